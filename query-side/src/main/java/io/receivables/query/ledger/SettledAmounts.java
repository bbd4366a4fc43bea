package io.receivables.query.ledger;

import java.math.BigDecimal;

/**
 * What was settled of invoices, by cash and credit, in minor units.
 *
 * @param dayAmountsToPay the sum of each amount times the days from its invoice's issue date
 * @param dayAmountsLate the sum of each amount times the days from its due date: below zero for what came before
 * @param onTime what came on its due date or before
 */
public record SettledAmounts(BigDecimal amount, BigDecimal dayAmountsToPay, BigDecimal dayAmountsLate,
        BigDecimal onTime) {

    static final SettledAmounts NOTHING = new SettledAmounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
            BigDecimal.ZERO);

    SettledAmounts plus(SettledAmounts more) {
        return new SettledAmounts(amount.add(more.amount), dayAmountsToPay.add(more.dayAmountsToPay),
                dayAmountsLate.add(more.dayAmountsLate), onTime.add(more.onTime));
    }
}
