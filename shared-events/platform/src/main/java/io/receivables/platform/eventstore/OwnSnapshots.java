package io.receivables.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Reads outside any transaction of the caller, each statement with a snapshot of its own: inside a transaction that keeps
 * one snapshot, a reader would take rows that committed since for rolled back.
 */
final class OwnSnapshots {

    private OwnSnapshots() {}

    static <T> T read(DataSource dataSource, Query<T> query) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            return query.on(connection);
        } catch (SQLException e) {
            throw new EventStoreException("cannot read events", e);
        }
    }

    /** A few statements on one connection. */
    interface Query<T> {
        T on(Connection connection) throws SQLException;
    }
}
