package io.receivables.command.agreement;

import io.receivables.events.account.AccountId;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Cash that an account received, or that went back.
 *
 * @param came the day from which the bank counts the payment
 * @param from the day from which the change counts: the same for money that came, that of the reversal for money that went
 * @param minorUnits below zero for money that went
 */
record CashChange(AccountId account, PaymentId payment, LocalDate came, LocalDate from, long minorUnits) {

    /** Changes of one row are equal. */
    static final Comparator<CashChange> ROW = Comparator.comparing((CashChange it) -> it.account().value())
            .thenComparing(CashChange::came)
            .thenComparing(it -> it.payment().value())
            .thenComparing(CashChange::from);

    CashChange plus(CashChange later) {
        return new CashChange(account, payment, came, from, Math.addExact(minorUnits, later.minorUnits));
    }
}
