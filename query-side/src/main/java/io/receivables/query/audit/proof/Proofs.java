package io.receivables.query.audit.proof;

import io.receivables.platform.database.SessionLock;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.audit.proof.ProofJob.State;
import io.receivables.query.edge.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Proves the books in the background, one proof at a time on all nodes, or at once where the history is short. */
class Proofs implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(Proofs.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final ProofJournal journal;
    private final long atOnce;
    private final ReentrantLock oneAtOnce = new ReentrantLock();
    private volatile @Nullable Thread running;

    Proofs(DataSource dataSource, JdbcClient jdbc, ProofJournal journal, long atOnce) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.journal = journal;
        this.atOnce = atOnce;
    }

    /**
     * Begins, and returns the proof's id at once.
     *
     * @throws Refusal PROOF_RUNNING if one runs already, on whichever node
     */
    UUID start(String requestedBy) {
        return start(requestedBy, null).orElseThrow(() -> new Refusal(ProblemCode.PROOF_RUNNING,
                "proof " + journal.running().map(UUID::toString).orElse("") + " runs"));
    }

    /** Begins unless one runs, or another node has begun this one of the schedule. */
    Optional<UUID> startScheduled(Instant moment) {
        return start("schedule", moment);
    }

    private Optional<UUID> start(String requestedBy, @Nullable Instant scheduledFor) {
        var lock = SessionLock.tryTake(dataSource, ProofJournal.LOCK).orElse(null);
        if (lock == null) {
            return Optional.empty();
        }
        try {
            var id = UUID.randomUUID();
            if (!journal.begin(id, requestedBy, scheduledFor)) {
                lock.close();
                return Optional.empty();
            }
            var thread = Thread.ofPlatform().daemon().name("proof").unstarted(() -> run(id, lock));
            running = thread;
            thread.start();
            return Optional.of(id);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private void run(UUID id, SessionLock lock) {
        try (lock) {
            run(id, lock.session());
        }
    }

    private void run(UUID id, Connection session) {
        try {
            var outcome = ProveBooks.on(session, (read, last) -> {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                journal.progress(id, read, last);
            });
            journal.done(id, outcome);
            if (outcome.differences() == 0) {
                logger.info("Proof {}: the books are what the history says up to position {}", id,
                        outcome.position());
            } else {
                logger.error("Proof {}: {} rows of the books are not what the history says up to position {}", id,
                        outcome.differences(), outcome.position());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            logger.info("Proof {} is interrupted", id);
        } catch (SQLException | RuntimeException failure) {
            logger.error("Proof {} failed", id, failure);
            journal.ended(id, State.FAILED, failure.toString());
        }
    }

    Optional<ProofJob> find(UUID id, Scope scope) {
        return journal.find(id, scope);
    }

    /**
     * A proof of now where the history is short, else the newest that came to its end.
     *
     * @throws Refusal PROOF_NOT_FOUND if there is none
     */
    Proof latest(Scope scope) {
        long head = jdbc.sql("select coalesce(max(global_index), 0) from eventstore.event").query(Long.class).single();
        if (head <= atOnce) {
            return now().seenBy(scope);
        }
        return journal.latest()
                .orElseThrow(() -> new Refusal(ProblemCode.PROOF_NOT_FOUND,
                        "the books have not been proved yet: POST /v1/audit/proofs"))
                .seenBy(scope);
    }

    private Outcome now() {
        try {
            if (!oneAtOnce.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(ProblemCode.TOO_BUSY, "the books are being proved for somebody else");
            }
            try (var connection = dataSource.getConnection()) {
                return ProveBooks.on(connection, (_, _) -> {});
            } finally {
                oneAtOnce.unlock();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopping);
        } catch (SQLException failure) {
            var known = new SQLExceptionSubclassTranslator().translate("proof", null, failure);
            throw known == null ? new IllegalStateException(failure) : known;
        }
    }

    /** The proof that runs here ends where it stands. */
    @Override
    public void destroy() throws InterruptedException {
        var thread = running;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }
}
