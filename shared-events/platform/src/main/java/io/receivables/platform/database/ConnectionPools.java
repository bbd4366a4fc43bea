package io.receivables.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Two pools on one database: queries have connections of their own, so that slow ones never keep commands and projections
 * waiting. Who opens a connection decides the pool; a transaction has one connection, whoever takes part in it.
 */
final class ConnectionPools extends AbstractDataSource implements AutoCloseable {

    private static final String MILLIS = "ms";

    private final HikariDataSource facts;
    private final HikariDataSource queries;

    private ConnectionPools(HikariDataSource facts, HikariDataSource queries) {
        this.facts = facts;
        this.queries = queries;
    }

    /** @param facts the pool as configured, which commands, event store and projections keep to themselves */
    static ConnectionPools beside(HikariDataSource facts, QuerySettings settings) {
        var queries = new HikariDataSource(); // connects when it is first asked
        queries.setPoolName("queries");
        queries.setJdbcUrl(facts.getJdbcUrl());
        queries.setUsername(facts.getUsername());
        queries.setPassword(facts.getPassword());
        queries.setMaximumPoolSize(settings.connections());
        queries.setMinimumIdle(1);
        queries.setConnectionTimeout(facts.getConnectionTimeout());
        queries.setMaxLifetime(facts.getMaxLifetime());
        facts.getDataSourceProperties().forEach((name, value) -> queries.addDataSourceProperty((String) name, value));
        queries.addDataSourceProperty("options", limits(settings));
        // A server that says nothing at all is given up a little later than one that says that it was too slow.
        queries.addDataSourceProperty("socketTimeout", settings.transactionTimeout().plusSeconds(5).toSeconds());
        return new ConnectionPools(facts, queries);
    }

    private static String limits(QuerySettings settings) {
        long statement = settings.statementTimeout().toMillis();
        long transaction = settings.transactionTimeout().toMillis();
        return "-c statement_timeout=" + statement + MILLIS + " -c lock_timeout=" + statement + MILLIS
                + " -c transaction_timeout=" + transaction + MILLIS
                + " -c idle_in_transaction_session_timeout=" + transaction + MILLIS
                + " -c default_transaction_read_only=on";
    }

    HikariDataSource queries() {
        return queries;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (QueryRequests.isAnswering() ? queries : facts).getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("connections have the user of their pool");
    }

    /** Who looks inside, such as the metrics of a pool, finds the one that was configured. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : facts.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || facts.isWrapperFor(type);
    }

    /** Closes what was added; the configured pool is closed by who made it. */
    @Override
    public void close() {
        queries.close();
    }
}
