package io.receivables.query.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Puts rebuilt books in the place of the live ones. Both schemas change their names in one transaction, so a statement
 * finds either the tables of before or those of after.
 */
final class LedgerSwap {

    private static final Logger logger = LoggerFactory.getLogger(LedgerSwap.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** Longer than autovacuum takes to give way (deadlock_timeout, one second). */
    private static final String LOCK_TIMEOUT = "set local lock_timeout = '2s'";
    /** Shorter than deadlock_timeout: it is always the drop that gives way, never a query. */
    private static final String LOCK_TIMEOUT_OF_DROP = "set local lock_timeout = '500ms'";
    private static final int ATTEMPTS_TO_DROP = 120;
    private static final Duration BETWEEN_DROPS = Duration.ofMillis(500);

    private final Connection session;
    private final JdbcClient jdbc;

    /** @param session also holds the lock of the rebuild: what has lost that lock cannot swap */
    LedgerSwap(Connection session) {
        this.session = session;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(session, true));
    }

    /**
     * @param position what the rebuilt books have read
     * @param livePosition what the live ones have read
     * @return false if the claim was lost or a lock could not be had; nothing has changed then
     */
    boolean swap(SchemaName next, LiveClaim claim, long position, long livePosition) throws SQLException {
        session.setAutoCommit(false);
        boolean swapped = false;
        try {
            jdbc.sql(LOCK_TIMEOUT).update();
            LedgerLock.take(jdbc);
            if (claim.hold(jdbc)) {
                if (position > livePosition) {
                    // Tables of before and after differ. Nearly every query reads the facts first: this waits for those
                    // that have, so that none mixes the two. Not by the view: that would lock the event store as well.
                    jdbc.sql("lock table ledger.fact in access exclusive mode").update();
                }
                claim.handOver(jdbc, next, position);
                rename(SchemaName.LIVE, SchemaName.OLD);
                rename(next, SchemaName.LIVE);
                session.commit();
                swapped = true;
            }
        } catch (RuntimeException failure) {
            if (!isLockTimeout(failure)) {
                throw failure;
            }
            logger.info("Readers hold the books, will swap them later");
        } finally {
            if (!swapped) {
                session.rollback();
            }
            session.setAutoCommit(true);
        }
        return swapped;
    }

    /** Drops what rebuilds before have left. */
    void dropLeftovers() throws SQLException, InterruptedException {
        drop(SchemaName.OLD);
        var left = jdbc.sql("select nspname from pg_namespace where starts_with(nspname, ?)")
                .param(SchemaName.NEXT)
                .query((row, _) -> row.getString(1))
                .list();
        for (var schema : left) {
            drop(new SchemaName(schema));
        }
    }

    /** Drops the schema if it is there; gives up, without harm, while somebody reads in it. */
    void drop(SchemaName schema) throws SQLException, InterruptedException {
        for (int attempt = 1; !tryToDrop(schema); attempt++) {
            if (attempt == ATTEMPTS_TO_DROP) {
                logger.warn("Schema {} is still being read; the next rebuild drops it", schema.name());
                return;
            }
            Thread.sleep(BETWEEN_DROPS);
        }
    }

    private boolean tryToDrop(SchemaName schema) throws SQLException {
        session.setAutoCommit(false);
        try {
            jdbc.sql(LOCK_TIMEOUT_OF_DROP).update();
            jdbc.sql("drop schema if exists " + schema.name() + " cascade").update();
            session.commit();
            return true;
        } catch (RuntimeException failure) {
            session.rollback();
            if (isLockTimeout(failure)) {
                return false;
            }
            throw failure;
        } finally {
            session.setAutoCommit(true);
        }
    }

    private void rename(SchemaName from, SchemaName to) {
        jdbc.sql("alter schema " + from.name() + " rename to " + to.name()).update();
    }

    private static boolean isLockTimeout(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                return LOCK_NOT_AVAILABLE.equals(refused.getSQLState());
            }
        }
        return false;
    }
}
