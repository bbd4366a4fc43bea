package io.receivables.events.period;

/**
 * The date under which a fact is booked. It is the fact's business date as long as that month is open; of a late fact it is
 * the first day of the earliest month that was open when the fact was recorded. Only a late fact carries it, in its metadata.
 */
public final class AccountingDate {

    /** Metadata: an ISO date; absent when the fact is booked under its business date. */
    public static final String KEY = "accountingDate";

    private AccountingDate() {}
}
