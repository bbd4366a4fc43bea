package io.receivables.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries "something was committed" between processes. Who commits pays nothing: a thread of its own sends one
 * notification for all commits of some milliseconds, on a connection of its own. Losing one is harmless, since readers also
 * look each second. Listening and announcing each keep one connection of the pool.
 */
final class PostgresNotifications implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(PostgresNotifications.class);

    private static final String CHANNEL = "receivables_event";
    /** So long after a commit. */
    private static final Duration DEBOUNCE = Duration.ofMillis(2);
    /** And so long after the notification before: it wakes threads and processes on processors that decide. */
    private static final Duration APART = Duration.ofMillis(20);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);

    /** Nothing is sent meanwhile; it bounds how long closing takes, since waiting for the network hears no interrupt. */
    private static final Duration LISTEN_STEP = Duration.ofMillis(200);

    private final DataSource dataSource;
    private final Runnable onNotification;
    private final Thread announcer = daemon("event-store-announcer", this::announceAll);
    private final Thread listener = daemon("event-store-listener", this::listenAlways);
    private volatile boolean announcing;
    private volatile boolean closed;
    private volatile int announcerPid;

    PostgresNotifications(DataSource dataSource, Runnable onNotification) {
        this.dataSource = dataSource;
        this.onNotification = onNotification;
    }

    /** Begins to hear what other processes commit. */
    void listen() {
        start(listener);
    }

    /** Lets other processes know of a commit, soon. */
    void announce() {
        if (!announcing) {
            announcing = true;
            start(announcer);
            LockSupport.unpark(announcer);
        }
    }

    private synchronized void start(Thread thread) {
        if (thread.getState() == Thread.State.NEW && !closed) {
            thread.start();
        }
    }

    private void announceAll() {
        retrying("announce", connection -> {
            try (var quick = connection.createStatement()) {
                quick.execute("set synchronous_commit = off"); // a notification has nothing to keep
            }
            announcerPid = connection.unwrap(PGConnection.class).getBackendPID();
            try (var statement = connection.prepareStatement("select pg_notify('" + CHANNEL + "', '')")) {
                long soonest = System.nanoTime();
                while (!closed) {
                    if (!announcing) {
                        LockSupport.park(this);
                        continue;
                    }
                    LockSupport.parkNanos(this, Math.max(DEBOUNCE.toNanos(), soonest - System.nanoTime()));
                    announcing = false; // before sending: a commit from now on asks for the next one
                    statement.execute();
                    soonest = System.nanoTime() + APART.toNanos();
                }
            } finally {
                reset(connection, "reset synchronous_commit");
            }
        });
    }

    private void listenAlways() {
        retrying("listen", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            var notified = connection.unwrap(PGConnection.class);
            try {
                onNotification.run(); // for what was missed while nobody listened
                while (!closed) {
                    for (var notification : notified.getNotifications((int) LISTEN_STEP.toMillis())) {
                        if (notification.getPID() != announcerPid) {
                            onNotification.run();
                        }
                    }
                }
            } finally {
                reset(connection, "unlisten *");
            }
        });
    }

    private void retrying(String task, Work work) {
        while (!closed) {
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                work.on(connection);
            } catch (SQLException | RuntimeException e) {
                if (!closed) {
                    logger.warn("Cannot {} commits to other processes, will try again: {}", task, e.toString());
                    LockSupport.parkNanos(this, BEFORE_RETRY.toNanos());
                }
            }
        }
    }

    // The connection goes back to the pool as it came.
    private static void reset(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            logger.debug("Connection is gone, nothing to reset: {}", e.toString());
        }
    }

    /** Ends both threads and gives their connections back, so that the pool can be closed after it. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        LockSupport.unpark(announcer);
        LockSupport.unpark(listener);
        join(announcer);
        join(listener);
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalThreadStateException e) {
            logger.trace("{} was never started", thread.getName());
        }
    }

    private static Thread daemon(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).unstarted(task);
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
