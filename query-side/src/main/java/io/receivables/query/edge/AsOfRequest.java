package io.receivables.query.edge;

import org.jspecify.annotations.Nullable;

/**
 * As of when somebody asks, as written in the query.
 *
 * @param asAt a business date; absent: the legal entity's today
 * @param asKnown a position, an instant, or a sign-off such as {@code signoff:FR01/2026-03}; absent: all that is known now
 */
public record AsOfRequest(@Nullable String asAt, @Nullable String asKnown) {

    /** Today, with all that is known now. */
    public static final AsOfRequest LIVE = new AsOfRequest(null, null);
}
