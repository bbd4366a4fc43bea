package io.receivables.query.ledger;

import java.time.LocalDate;

/**
 * How a customer account has paid up to a date.
 *
 * @param lastFrom the first day of the last twelve months
 * @param last the last twelve months, and what is late
 * @param beforeFrom the first day of the twelve months before them
 * @param before the twelve months before them
 * @param reminders letters in the last twelve months
 */
public record PaymentBehaviour(LocalDate asAt, LocalDate lastFrom, RiskFigures last, LocalDate beforeFrom,
        Settled before, int reminders) {

    private static final int MONTHS = 12;

    static LocalDate lastFrom(LocalDate asAt) {
        return asAt.minusMonths(MONTHS).plusDays(1);
    }

    static LocalDate beforeFrom(LocalDate asAt) {
        return asAt.minusMonths(2L * MONTHS).plusDays(1);
    }
}
