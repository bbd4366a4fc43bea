package io.receivables.query.ledger;

import io.receivables.platform.database.SessionLock;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** Reads the whole history into new books while the old ones are used, one time at a time. */
public class RebuildLedger implements DisposableBean {

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
        var lock = SessionLock.tryTake(parts.dataSource(), LedgerLock.REBUILD)
                .orElseThrow(() -> new Refusal(ProblemCode.REBUILD_RUNNING,
                        "rebuild " + latest().map(rebuild -> rebuild.rebuildId().toString()).orElse("")
                                + " of the ledger runs"));
        try {
            parts.journal().begin(id, LedgerProjection.GROUP, requestedBy);
            var thread = Thread.ofPlatform().daemon().name("ledger-rebuild").unstarted(() -> run(id, lock));
            running = thread;
            thread.start();
            return id;
        } catch (RuntimeException failure) {
            lock.close();
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

    private void run(UUID id, SessionLock lock) {
        try (lock) {
            new RebuildRun(id, lock.session(), parts).run();
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
