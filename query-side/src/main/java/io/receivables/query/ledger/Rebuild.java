package io.receivables.query.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the whole history into new books.
 *
 * @param eventsRead how far it has read, counted in positions of the store
 * @param eventsPerSecond while it reads, over the time so far
 * @param estimatedEnd null before the first facts are read and after the end
 * @param error why it failed
 */
public record Rebuild(UUID rebuildId, String projection, State state, Phase phase, long eventsRead, long eventsToRead,
        @Nullable Long eventsPerSecond, Instant startedAt, @Nullable Instant estimatedEnd,
        @Nullable Instant finishedAt, @Nullable String error) {

    /** Whether it still runs, and how it ended if not. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** The process that ran it ended. Nothing has changed; what it left is dropped by the next one. */
        INTERRUPTED
    }

    /** What is being done. */
    public enum Phase {
        PREPARING,
        READING,
        /** What is summed from movements, and the indexes. */
        DERIVING,
        CATCHING_UP,
        SWAPPING,
        /** The new books are in use. */
        TIDYING_UP
    }
}
