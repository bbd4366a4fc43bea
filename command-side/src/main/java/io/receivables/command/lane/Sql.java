package io.receivables.command.lane;

import io.receivables.platform.database.ColumnArray;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Statements over many rows at once: each parameter is a column, given as an array for {@code unnest}. */
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

        Array in(Connection connection) throws SQLException {
            return connection.createArrayOf(type, values);
        }
    }

    /** Returns how many rows were written. */
    public int update(String sql, Column... columns) {
        return Objects.requireNonNull(jdbc.execute(sql,
                (PreparedStatementCallback<Integer>) statement -> bind(statement, columns).executeUpdate()));
    }

    public <T> List<T> query(String sql, RowMapper<T> mapper, Column... columns) {
        return Objects.requireNonNull(jdbc.execute(sql, (PreparedStatementCallback<List<T>>) statement -> {
            try (var rows = bind(statement, columns).executeQuery()) {
                return all(rows, mapper);
            }
        }));
    }

    private static <T> List<T> all(ResultSet rows, RowMapper<T> mapper) throws SQLException {
        var all = new ArrayList<T>();
        while (rows.next()) {
            all.add(mapper.mapRow(rows, all.size()));
        }
        return all;
    }

    private static PreparedStatement bind(PreparedStatement statement, Column... columns) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            statement.setArray(i + 1, columns[i].in(statement.getConnection()));
        }
        return statement;
    }
}
