package io.receivables.query.ledger;

import java.time.Duration;

/** Until when something may take; it does not depend on the clock of the day. */
record Deadline(long nanoTime) {

    /** So far away that it does not matter. */
    static Deadline none() {
        return in(Duration.ofDays(365));
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanoTime >= 0;
    }
}
