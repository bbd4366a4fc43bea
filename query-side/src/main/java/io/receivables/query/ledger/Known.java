package io.receivables.query.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cut through what was known: every fact up to this position. Position and time of an answer belong together for ever.
 *
 * @param position of the last fact that is known; 0 is the empty book
 * @param signOff the sign-off whose watermark it is, {@code FR01/2026-03/1}; absent when the cut was named otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Known(long position, Instant recordedAt, @Nullable String signOff) {

    static final Known NOTHING = new Known(0, Instant.EPOCH);

    public Known(long position, Instant recordedAt) {
        this(position, recordedAt, null);
    }
}
