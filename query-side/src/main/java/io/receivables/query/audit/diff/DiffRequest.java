package io.receivables.query.audit.diff;

import org.jspecify.annotations.Nullable;

/**
 * What is to be compared, every part as written in the query.
 *
 * @param accountId whose balance, or else that of all accounts of:
 * @param legalEntity in one currency
 * @param asKnown what was known the one time; absent: now
 * @param asKnownOther what was known the other time; absent: now
 */
public record DiffRequest(@Nullable String accountId, @Nullable String legalEntity, @Nullable String currency,
        @Nullable String asAt, @Nullable String asKnown, @Nullable String asKnownOther, @Nullable String basis,
        @Nullable String edges) {}
