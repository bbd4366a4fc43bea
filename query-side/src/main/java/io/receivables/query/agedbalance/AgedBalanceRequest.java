package io.receivables.query.agedbalance;

import io.receivables.query.edge.BookRequest;
import io.receivables.query.edge.Paging;
import org.jspecify.annotations.Nullable;

/** The aged balance as it is asked for, every part as written in the query. */
public record AgedBalanceRequest(@Nullable String legalEntity, @Nullable String asAt, @Nullable String asKnown,
        @Nullable String basis, @Nullable String edges, @Nullable String view, @Nullable String groupBy,
        @Nullable String currency, @Nullable String accountId, @Nullable String receivableClass,
        @Nullable String sort, @Nullable String limit, @Nullable String after) {

    /** All accounts of a legal entity, today, in the usual buckets. */
    public static AgedBalanceRequest of(String legalEntity) {
        return new AgedBalanceRequest(legalEntity, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    BookRequest book() {
        return new BookRequest(legalEntity, asAt, asKnown, currency, accountId, receivableClass);
    }

    Paging paging() {
        return new Paging(limit, after);
    }
}
