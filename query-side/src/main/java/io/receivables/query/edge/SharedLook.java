package io.receivables.query.edge;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** How far the books have read, asked of the database at most once in a while, however many want to know. */
final class SharedLook {

    private final LongSupplier position;
    private final long intervalNanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Look last;

    private record Look(long position, long atNanos) {}

    SharedLook(LongSupplier position, Duration interval) {
        this.position = position;
        this.intervalNanos = interval.toNanos();
        this.last = new Look(0, System.nanoTime() - intervalNanos);
    }

    /** A position that the books have passed, at most one interval and one look old. */
    long newest() {
        var seen = last;
        // The others go on with what was seen: they ask again soon.
        if (System.nanoTime() - seen.atNanos() >= intervalNanos && looking.tryLock()) {
            try {
                seen = new Look(position.getAsLong(), System.nanoTime());
                last = seen;
            } finally {
                looking.unlock();
            }
        }
        return seen.position();
    }
}
