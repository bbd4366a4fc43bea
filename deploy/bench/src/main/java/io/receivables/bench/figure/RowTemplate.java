package io.receivables.bench.figure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that the product wrote, to be written again by plain JDBC into a table of the same shape under other keys. */
final class RowTemplate {

    private final String table;
    private final List<String> columns;
    private final List<@Nullable Object> values;

    private RowTemplate(String table, List<String> columns, List<@Nullable Object> values) {
        this.table = table;
        this.columns = columns;
        this.values = values;
    }

    /** @param from the last part of a query that finds the row */
    static RowTemplate of(Connection connection, String table, String from) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select * from " + from + " limit 1")) {
            if (!row.next()) {
                throw new IllegalStateException("no row in " + from);
            }
            var columns = new ArrayList<String>();
            var values = new ArrayList<@Nullable Object>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getMetaData().getColumnName(i));
                values.add(row.getObject(i));
            }
            return new RowTemplate(table, List.copyOf(columns), Collections.unmodifiableList(values));
        }
    }

    /** Columns of the sequence in {@code generated} are drawn from it. */
    PreparedStatement prepare(Connection connection, Map<String, String> generated) throws SQLException {
        var marks = columns.stream().map(column -> generated.getOrDefault(column, "?")).toList();
        return connection.prepareStatement("insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", marks) + ")");
    }

    void fill(PreparedStatement statement, Map<String, String> generated, Map<String, ?> keys) throws SQLException {
        int mark = 1;
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (!generated.containsKey(column)) {
                statement.setObject(mark++, keys.containsKey(column) ? keys.get(column) : values.get(i));
            }
        }
    }
}
