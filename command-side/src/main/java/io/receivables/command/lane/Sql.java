package io.receivables.command.lane;

import io.receivables.platform.database.ColumnArray;
import io.receivables.platform.eventstore.AheadOfAppend;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Statements over many rows at once: each parameter is a column, given as an array for {@code unnest}. Columns are put side by
 * side as {@code select unnest(?), unnest(?)}: {@code from unnest(?, ?)} keeps a store of 16 KB for each column first.
 */
@Component
public class Sql {

    private final JdbcTemplate jdbc;

    Sql(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One parameter: the values of a column, of a PostgreSQL type. */
    public record Column(String type, @Nullable Object[] values) {

        public static <T> Column of(String type, Collection<T> rows, Function<T, @Nullable Object> value) {
            return new Column(type, ColumnArray.of(type, rows, value));
        }

        /** Rows of bytes. */
        public static <T> Column bytes(Collection<T> rows, Function<T, byte @Nullable []> value) {
            return new Column("bytea", rows.stream().map(value).toArray(byte[][]::new));
        }

        /** One that keeps the order of the rows. */
        public static Column places(int rows) {
            return new Column("int4", ColumnArray.places(rows));
        }

        Array in(Connection connection) throws SQLException {
            return connection.createArrayOf(type, values);
        }
    }

    /**
     * A statement that writes, or that locks.
     *
     * @param wrote hears how many rows it has written, and throws if they are not those that should change
     */
    public record Update(String sql, List<Column> columns, IntConsumer wrote) implements AheadOfAppend {

        /** One that may write any number of rows. */
        public static Update of(String sql, Column... columns) {
            return new Update(sql, List.of(columns), _ -> {});
        }

        /** The same one, of which somebody hears how many rows it has written. */
        public Update then(IntConsumer hears) {
            return new Update(sql, columns, hears);
        }

        @Override
        public int bind(PreparedStatement statement, int first) throws SQLException {
            return Sql.bind(statement, first, columns);
        }

        @Override
        public void wrote(int rows) {
            wrote.accept(rows);
        }
    }

    /** What is done with a row of an answer. */
    @FunctionalInterface
    public interface RowListener {

        /** @param no counted from zero */
        void row(ResultSet row, int no) throws SQLException;
    }

    /** A statement that reads. */
    public record Query(String sql, List<Column> columns, RowListener rows) {

        public static Query of(String sql, RowListener rows, Column... columns) {
            return new Query(sql, List.of(columns), rows);
        }
    }

    /** Asks one after the other in one round trip. */
    public void ask(List<Query> queries) {
        if (queries.isEmpty()) {
            return;
        }
        var statements = queries.stream().map(Query::sql).collect(Collectors.joining(";\n"));
        jdbc.execute(statements, (PreparedStatementCallback<Boolean>) statement -> {
            int parameter = 1;
            for (var query : queries) {
                parameter = bind(statement, parameter, query.columns());
            }
            statement.execute();
            for (var query : queries) {
                try (var rows = statement.getResultSet()) {
                    for (int no = 0; rows.next(); no++) {
                        query.rows().row(rows, no);
                    }
                }
                statement.getMoreResults();
            }
            return true;
        });
    }

    private static int bind(PreparedStatement statement, int first, List<Column> columns) throws SQLException {
        int parameter = first;
        for (var column : columns) {
            statement.setArray(parameter++, column.in(statement.getConnection()));
        }
        return parameter;
    }

    /** Writes at once. Returns how many rows were written. */
    public int update(Update update) {
        int rows = Objects.requireNonNull(
                jdbc.execute(update.sql(), (PreparedStatementCallback<Integer>) statement -> {
                    update.bind(statement, 1);
                    return statement.executeUpdate();
                }));
        update.wrote(rows);
        return rows;
    }

    /**
     * Writes at once and commits the running transaction in the same round trip. The driver sees that it has ended and has
     * nothing left to commit, or to roll back should this fail.
     */
    void updateAndCommit(Update update) {
        jdbc.execute(update.sql() + ";\ncommit", (PreparedStatementCallback<Boolean>) statement -> {
            update.bind(statement, 1);
            return statement.execute();
        });
    }

    /** Returns how many rows were written. */
    public int update(String sql, Column... columns) {
        return update(Update.of(sql, columns));
    }

    public <T> List<T> query(String sql, RowMapper<T> mapper, Column... columns) {
        var all = new ArrayList<T>();
        ask(List.of(Query.of(sql, (row, no) -> all.add(mapper.mapRow(row, no)), columns)));
        return all;
    }
}
