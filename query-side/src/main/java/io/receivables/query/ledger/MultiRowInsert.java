package io.receivables.query.ledger;

import io.receivables.platform.database.ColumnArray;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One statement that writes any number of rows, each column travelling as one array.
 *
 * @param sql holds {@code %s} where the rows go
 */
record MultiRowInsert<T>(String sql, List<Column<T>> columns) {

    /** A column: its PostgreSQL type and where its value comes from. */
    record Column<T>(String type, Function<T, @Nullable Object> value) {

        /** Numbers as they are; the driver knows no binary form of lists of days and times. */
        private String sentAs() {
            return type.startsWith("int") ? type : "text";
        }

        private @Nullable Object sent(T row) {
            var sent = value.apply(row);
            return sent == null || type.startsWith("int") ? sent : sent.toString();
        }
    }

    /** Builds the columns in the order in which they are named. */
    static final class Columns<T> {

        private final List<Column<T>> columns = new ArrayList<>();

        Columns<T> text(Function<T, @Nullable Object> value) {
            return add("text", value);
        }

        Columns<T> bigint(Function<T, @Nullable Object> value) {
            return add("int8", value);
        }

        Columns<T> integer(Function<T, @Nullable Object> value) {
            return add("int4", value);
        }

        Columns<T> date(Function<T, @Nullable Object> value) {
            return add("date", value);
        }

        Columns<T> instant(Function<T, @Nullable Object> value) {
            return add("timestamptz", value);
        }

        MultiRowInsert<T> into(String sql) {
            return new MultiRowInsert<>(sql, toList());
        }

        List<Column<T>> toList() {
            return List.copyOf(columns);
        }

        private Columns<T> add(String type, Function<T, @Nullable Object> value) {
            columns.add(new Column<>(type, value));
            return this;
        }
    }

    void run(JdbcTemplate jdbc, SchemaName schema, List<T> rows) {
        if (!rows.isEmpty()) {
            jdbc.execute((Connection connection) -> execute(connection, schema, rows));
        }
    }

    private int execute(Connection connection, SchemaName schema, List<T> rows) throws SQLException {
        var calls = columns.stream().map(column -> "unnest(?::" + column.type() + "[])").toList();
        var arrays = new ArrayList<Array>();
        try (PreparedStatement statement = connection
                .prepareStatement(schema.in(sql).formatted("(select " + String.join(", ", calls) + ")"))) {
            for (var column : columns) {
                var array = connection.createArrayOf(column.sentAs(),
                        ColumnArray.of(column.sentAs(), rows, column::sent));
                arrays.add(array);
                statement.setArray(arrays.size(), array);
            }
            statement.execute();
            return rows.size();
        } finally {
            for (var array : arrays) {
                array.free();
            }
        }
    }

}
