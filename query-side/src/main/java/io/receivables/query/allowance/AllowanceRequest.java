package io.receivables.query.allowance;

import io.receivables.query.edge.BookRequest;
import org.jspecify.annotations.Nullable;

/**
 * The allowance as it is asked for, every part as written in the query.
 *
 * @param segmentBy none, receivableClass or riskClass: a matrix for each
 * @param since an earlier date, from which the allowance moved to that of the answer
 */
public record AllowanceRequest(@Nullable String legalEntity, @Nullable String asAt, @Nullable String asKnown,
        @Nullable String currency, @Nullable String receivableClass, @Nullable String segmentBy,
        @Nullable String since) {

    BookRequest book() {
        return new BookRequest(legalEntity, asAt, asKnown, currency, null, receivableClass);
    }
}
