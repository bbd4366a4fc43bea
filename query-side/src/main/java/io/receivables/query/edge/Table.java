package io.receivables.query.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a spreadsheet.
 *
 * @param rows cells are texts, numbers or dates; null is an empty cell
 */
public record Table(List<String> columns, List<List<@Nullable Object>> rows) {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A text that a spreadsheet would take for a formula is made a text again: it may come from a stranger. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
