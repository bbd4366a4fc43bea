package io.receivables.query.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows for a spreadsheet.
 *
 * @param rows cells are texts, numbers or dates; null is an empty cell
 */
public record Table(List<String> columns, List<List<@Nullable Object>> rows) {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * A list as rows: the same as its JSON, and with its columns where it has no items.
     *
     * @param type of the items
     */
    public static <T> Table of(Class<?> type, List<T> items, JsonMapper json) {
        var rows = items.stream().map(item -> FlatRow.of(json.valueToTree(item))).toList();
        var columns = new LinkedHashSet<>(FlatRow.columns(type));
        rows.forEach(row -> columns.addAll(row.keySet()));
        return new Table(List.copyOf(columns), rows.stream().map(row -> cells(columns, row)).toList());
    }

    private static List<@Nullable Object> cells(Iterable<String> columns, Map<String, Object> row) {
        var cells = new ArrayList<@Nullable Object>();
        columns.forEach(column -> cells.add(row.get(column)));
        return cells;
    }

    /** As CSV (RFC 4180) in UTF-8; the stream stays open. */
    public void writeCsv(OutputStream out) throws IOException {
        var csv = CsvWriter.builder().build(new OutputStreamWriter(out, UTF_8));
        csv.writeRecord(columns);
        for (var row : rows) {
            csv.writeRecord(row.stream().map(Table::text).toList());
        }
        csv.flush();
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> safe(text);
            default -> cell.toString();
        };
    }

    /** A text that a spreadsheet would take for a formula is made a text again: it may come from a stranger. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
