package io.receivables.query.ledger;

import java.time.LocalDate;

/**
 * How a customer account has paid up to a date.
 *
 * @param lastFrom the first day of the last twelve months
 * @param last the last twelve months
 * @param beforeFrom the first day of the twelve months before them
 * @param before the twelve months before them
 * @param oldestDaysPastDue of what is open at the date; zero when nothing is past due
 * @param reminders letters in the last twelve months
 * @param brokenPromises that were broken in the last twelve months, and are so at the date
 */
public record PaymentBehaviour(LocalDate asAt, LocalDate lastFrom, Settled last, LocalDate beforeFrom, Settled before,
        int oldestDaysPastDue, int reminders, int brokenPromises) {

    private static final int MONTHS = 12;

    /** Without any payment and without anything late. */
    public static PaymentBehaviour ofNothing(LocalDate asAt) {
        return new PaymentBehaviour(asAt, lastFrom(asAt), Settled.NOTHING, beforeFrom(asAt), Settled.NOTHING, 0, 0, 0);
    }

    static LocalDate lastFrom(LocalDate asAt) {
        return asAt.minusMonths(MONTHS).plusDays(1);
    }

    static LocalDate beforeFrom(LocalDate asAt) {
        return asAt.minusMonths(2L * MONTHS).plusDays(1);
    }
}
