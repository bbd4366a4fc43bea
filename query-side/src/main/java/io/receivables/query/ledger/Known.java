package io.receivables.query.ledger;

import java.time.Instant;

/**
 * A cut through what was known: every fact up to this position. Position and time of an answer belong together for ever.
 *
 * @param position of the last fact that is known; 0 is the empty book
 */
public record Known(long position, Instant recordedAt) {

    static final Known NOTHING = new Known(0, Instant.EPOCH);
}
