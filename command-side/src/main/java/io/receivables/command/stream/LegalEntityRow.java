package io.receivables.command.stream;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What other commands need to know of a legal entity. Time zone and base currency never change.
 *
 * @param policyVersion the highest version of its credit policy; 0 while it has none
 * @param closedThrough the last day of its last closed month; null while none is closed
 * @param accountClosures how often one of its accounts was closed or reopened
 */
public record LegalEntityRow(ZoneId timeZone, Currency baseCurrency, int policyVersion,
        @Nullable LocalDate closedThrough, int accountClosures) {

    /** An entity that has just begun. */
    public LegalEntityRow(ZoneId timeZone, Currency baseCurrency) {
        this(timeZone, baseCurrency, 0, null, 0);
    }
}
