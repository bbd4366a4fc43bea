package io.receivables.query.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.receivables.query.ledger.MultiRowInsert.Column;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Rows in the binary format of PostgreSQL's COPY: neither side writes or reads a number or a date as text. */
final class CopyBinary {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int NULL = -1;
    private static final short END = -1;
    /** Pieces of some 100 kB: the garbage collector treats large arrays apart, and badly. */
    private static final int ROWS_IN_PIECE = 200;

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

    /** @param sql a COPY from standard input in binary format */
    <T> void copy(CopyManager copy, String sql, List<Column<T>> columns, List<T> rows) throws SQLException {
        var into = copy.copyIn(sql);
        try {
            room(SIGNATURE.length + 2 * Integer.BYTES).put(SIGNATURE).putInt(0).putInt(0);
            for (int from = 0; from < rows.size(); from += ROWS_IN_PIECE) {
                add(columns, rows.subList(from, Math.min(from + ROWS_IN_PIECE, rows.size())));
                write(into);
            }
            room(Short.BYTES).putShort(END);
            write(into);
            into.endCopy();
        } finally {
            bytes.clear();
            if (into.isActive()) {
                into.cancelCopy();
            }
        }
    }

    private <T> void add(List<Column<T>> columns, List<T> rows) {
        for (var row : rows) {
            room(Short.BYTES).putShort((short) columns.size());
            for (var column : columns) {
                add(column.type(), column.value().apply(row));
            }
        }
    }

    private void write(CopyIn into) throws SQLException {
        into.writeToCopy(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    private void add(String type, @Nullable Object value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
            return;
        }
        switch (type) {
            case "int8" -> putLong((Long) value);
            case "int4" -> putInt((Integer) value);
            case "date" -> putInt(Math.toIntExact(ChronoUnit.DAYS.between(EPOCH_DAY, (LocalDate) value)));
            case "timestamptz" -> putLong(ChronoUnit.MICROS.between(EPOCH, (Instant) value));
            case "text" -> {
                var text = value.toString().getBytes(UTF_8);
                room(Integer.BYTES + text.length).putInt(text.length).put(text);
            }
            default -> throw new IllegalArgumentException("no binary form is known of " + type);
        }
    }

    private void putInt(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    }

    private void putLong(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            var larger = Arrays.copyOf(bytes.array(), Math.max(2 * bytes.capacity(), bytes.position() + needed));
            bytes = ByteBuffer.wrap(larger).position(bytes.position());
        }
        return bytes;
    }
}
