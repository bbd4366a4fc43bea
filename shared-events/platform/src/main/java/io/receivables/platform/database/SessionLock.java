package io.receivables.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** A connection with a lock that one process of all can hold. It goes with the process, however that ends. */
public final class SessionLock implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(SessionLock.class);

    private final Connection session;
    private final long key;

    private SessionLock(Connection session, long key) {
        this.session = session;
        this.key = key;
    }

    /**
     * Empty if another one has it.
     *
     * @throws CannotGetJdbcConnectionException when the database is away
     */
    public static Optional<SessionLock> tryTake(DataSource dataSource, long key) {
        try {
            var lock = new SessionLock(dataSource.getConnection(), key);
            boolean taken = false;
            try {
                taken = lock.call("select pg_try_advisory_lock(?)");
            } finally {
                if (!taken) {
                    lock.session.close();
                }
            }
            return taken ? Optional.of(lock) : Optional.empty();
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("cannot take lock " + key, failure);
        }
    }

    public Connection session() {
        return session;
    }

    @Override
    public void close() {
        try (session) {
            call("select pg_advisory_unlock(?)");
        } catch (SQLException gone) {
            logger.debug("The lock went with its session: {}", gone.toString());
        }
    }

    private boolean call(String sql) throws SQLException {
        try (var statement = session.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
