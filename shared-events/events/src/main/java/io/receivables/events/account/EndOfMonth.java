package io.receivables.events.account;

/**
 * The two readings of "45 days end of month": NET_THEN_END adds the days and goes to the end of that month,
 * END_THEN_NET goes to the end of the month and adds the days.
 */
public enum EndOfMonth {
    NONE,
    NET_THEN_END,
    END_THEN_NET
}
