package io.receivables.query.edge;

import org.jspecify.annotations.Nullable;

/**
 * A part of a legal entity's books as it is asked for, every part as written in the query.
 *
 * @param currency absent: that of the account, or the only one of the legal entity's accounts
 */
public record BookRequest(@Nullable String legalEntity, @Nullable String asAt, @Nullable String asKnown,
        @Nullable String currency, @Nullable String accountId, @Nullable String receivableClass) {

    /** All accounts of a legal entity, today. */
    public static BookRequest of(String legalEntity) {
        return new BookRequest(legalEntity, null, null, null, null, null);
    }

    /** The same as at another date. */
    public BookRequest at(String date) {
        return new BookRequest(legalEntity, date, asKnown, currency, accountId, receivableClass);
    }
}
