package io.receivables.query.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();

    <T> CopyText add(List<MultiRowInsert.Column<T>> columns, List<T> rows) {
        for (var row : rows) {
            for (int no = 0; no < columns.size(); no++) {
                if (no > 0) {
                    text.append('\t');
                }
                var value = columns.get(no).value().apply(row);
                if (value == null) {
                    text.append("\\N");
                } else {
                    escape(value.toString());
                }
            }
            text.append('\n');
        }
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(UTF_8);
    }

    private void escape(String value) {
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            char escaped = switch (value.charAt(i)) {
                case '\\' -> '\\';
                case '\t' -> 't';
                case '\n' -> 'n';
                case '\r' -> 'r';
                default -> 0;
            };
            if (escaped != 0) {
                text.append(value, done, i).append('\\').append(escaped);
                done = i + 1;
            }
        }
        text.append(value, done, value.length());
    }
}
