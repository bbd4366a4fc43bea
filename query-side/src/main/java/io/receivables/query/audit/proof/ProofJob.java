package io.receivables.query.audit.proof;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof that was asked for, by somebody or by the schedule.
 *
 * @param eventsRead how far it has read, counted in positions of the store
 * @param error why it failed
 * @param result once it is done
 */
record ProofJob(UUID proofId, State state, String requestedBy, long eventsRead, long eventsToRead, Instant startedAt,
        @Nullable Instant finishedAt, @Nullable String error, @Nullable Proof result) {

    /** Whether it still runs, and how it ended if not. */
    enum State {
        RUNNING,
        DONE,
        /** Nothing was found out. */
        FAILED,
        /** The process that ran it ended. */
        INTERRUPTED
    }
}
