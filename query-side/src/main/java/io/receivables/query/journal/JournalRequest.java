package io.receivables.query.journal;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for, as written in the query.
 *
 * @param from the first accounting date
 * @param to the last one
 * @param currency absent: every currency; in a file for the ledger the only one that there is
 */
public record JournalRequest(@Nullable String legalEntity, @Nullable String from, @Nullable String to,
        @Nullable String asKnown, @Nullable String currency) {}
