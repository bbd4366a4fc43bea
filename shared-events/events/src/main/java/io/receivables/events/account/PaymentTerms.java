package io.receivables.events.account;

import org.jspecify.annotations.Nullable;

/**
 * When an invoice of the account falls due.
 *
 * @param netDays days from the issue date
 * @param dayOfMonth when set, the due date moves on to the next such day (the last day in a shorter month)
 */
public record PaymentTerms(int netDays, EndOfMonth endOfMonth, @Nullable Integer dayOfMonth,
        @Nullable DiscountTerms discount) {

    public static PaymentTerms net(int days) {
        return new PaymentTerms(days, EndOfMonth.NONE, null, null);
    }
}
