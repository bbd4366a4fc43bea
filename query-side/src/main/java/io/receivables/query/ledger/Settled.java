package io.receivables.query.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What cash and credit settled of invoices in some days, by the day on which the cash came (its value date) or the credit
 * note was issued, never the day on which it was allocated. Discounts, losses and late charges are no part of it; an
 * allocation that was taken back is not either. Amounts are in minor units.
 *
 * @param invoices how many invoices something was settled of
 * @param dayAmountsToPay the sum of each amount times the days from its invoice's issue date
 * @param dayAmountsLate the sum of each amount times the days from its due date: below zero for what came before
 * @param onTime what came on its due date or before
 * @param longestDaysLate of one amount; null when nothing was settled
 */
public record Settled(long invoices, BigDecimal amount, BigDecimal dayAmountsToPay, BigDecimal dayAmountsLate,
        BigDecimal onTime, @Nullable Integer longestDaysLate) {

    public static final Settled NOTHING = new Settled(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
            BigDecimal.ZERO, null);

    /** Weighted by amount, with two decimals, rounded half up; null when nothing was settled. */
    public @Nullable BigDecimal averageDaysLate() {
        return average(dayAmountsLate);
    }

    /** From the issue date, weighted by amount, with two decimals, rounded half up; null when nothing was settled. */
    public @Nullable BigDecimal averageDaysToPay() {
        return average(dayAmountsToPay);
    }

    /** In percent of the amount, with two decimals, rounded half up; null when nothing was settled. */
    public @Nullable BigDecimal percentOnTime() {
        return average(onTime.movePointRight(2));
    }

    private @Nullable BigDecimal average(BigDecimal sum) {
        return amount.signum() == 0 ? null : sum.divide(amount, 2, RoundingMode.HALF_UP);
    }
}
