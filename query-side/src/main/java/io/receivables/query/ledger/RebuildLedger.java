package io.receivables.query.ledger;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Reads the whole history into new books while the old ones are used, one time at a time. */
public class RebuildLedger implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(RebuildLedger.class);

    private final RebuildRun.Parts parts;
    private volatile @Nullable Thread running;

    RebuildLedger(RebuildRun.Parts parts) {
        this.parts = parts;
    }

    /**
     * Begins, and returns the rebuild's id at once.
     *
     * @throws Refusal REBUILD_RUNNING if one runs already, on whichever node
     */
    public UUID start(String requestedBy) {
        var id = UUID.randomUUID();
        var session = lockedSession();
        try {
            parts.journal().begin(id, LedgerProjection.GROUP, requestedBy);
            var thread = Thread.ofPlatform().daemon().name("ledger-rebuild").unstarted(() -> run(id, session));
            running = thread;
            thread.start();
            return id;
        } catch (RuntimeException failure) {
            unlock(session);
            throw failure;
        }
    }

    public Optional<Rebuild> find(UUID id) {
        return parts.journal().find(id);
    }

    /** The one that was started last. */
    public Optional<Rebuild> latest() {
        return parts.journal().latest(LedgerProjection.GROUP);
    }

    private void run(UUID id, Connection session) {
        try {
            new RebuildRun(id, session, parts).run();
        } finally {
            unlock(session);
        }
    }

    /** The lock is the session's: it goes with the process, however that ends. */
    private Connection lockedSession() {
        try {
            var session = parts.dataSource().getConnection();
            if (call(session, "select pg_try_advisory_lock(?)")) {
                return session;
            }
            session.close();
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("cannot lock the rebuild", failure);
        }
        throw new Refusal(ProblemCode.REBUILD_RUNNING,
                "rebuild " + latest().map(rebuild -> rebuild.rebuildId().toString()).orElse("")
                        + " of the ledger runs");
    }

    private static void unlock(Connection session) {
        try (session) {
            call(session, "select pg_advisory_unlock(?)");
        } catch (SQLException gone) {
            logger.debug("The lock went with its session: {}", gone.toString());
        }
    }

    private static boolean call(Connection session, String sql) throws SQLException {
        try (var statement = session.prepareStatement(sql)) {
            statement.setLong(1, LedgerLock.REBUILD);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** The rebuild ends where it stands; the next one drops what it leaves. */
    @Override
    public void destroy() throws InterruptedException {
        var thread = running;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }
}
