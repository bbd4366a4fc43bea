package io.receivables.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Brings one schema up to date. Each schema has its own scripts and its own history table. */
public final class SchemaMigration {

    private SchemaMigration() {}

    /**
     * Creates the schema if it is missing and runs the scripts that have not run yet.
     *
     * @param location a folder on the class path, such as {@code db/eventstore}
     */
    public static void migrate(DataSource dataSource, String schema, String location) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            onlyOneAtATime(connection, schema, () -> run(dataSource, schema, location));
        } catch (SQLException e) {
            var translated = new SQLStateSQLExceptionTranslator().translate("migrate " + schema, null, e);
            throw translated != null ? translated : new IllegalStateException("cannot migrate " + schema, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    // Flyway's own lock hangs on the history table, so it cannot guard the making of schema and history table.
    private static void onlyOneAtATime(Connection connection, String schema, Runnable migration) throws SQLException {
        // However long another node migrates: the limit for locks is meant for commands.
        call(connection, "select set_config('lock_timeout', ?, false)", "0");
        call(connection, "select pg_advisory_lock(hashtextextended(?, 0))", "migrate " + schema);
        try {
            migration.run();
        } finally {
            call(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", "migrate " + schema);
            reset(connection);
        }
    }

    private static void reset(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("reset lock_timeout");
        }
    }

    private static void run(DataSource dataSource, String schema, String location) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations("classpath:" + location)
                .load()
                .migrate();
    }

    private static void call(Connection connection, String sql, String argument) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            statement.setString(1, argument);
            statement.execute();
        } finally {
            JdbcUtils.closeStatement(statement);
        }
    }
}
