package io.receivables.command.payment;

import io.receivables.command.account.AccountRow;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.platform.problem.ProblemCode;

/** Money never crosses legal entities or currencies; a transfer within one account would be none. */
final class TransferStaysWithinEntityAndCurrency {

    private static final String ACCOUNT = "/accountId";

    private TransferStaysWithinEntityAndCurrency() {}

    static void check(PaymentReceived payment, AccountId from, AccountRow to) {
        var what = "payment " + payment.paymentId();
        if (to.accountId().equals(from)) {
            throw Amounts.refusal(ProblemCode.SAME_ACCOUNT, ACCOUNT, what + " is of account " + from + " already");
        }
        if (!to.legalEntity().equals(payment.legalEntity())) {
            throw Amounts.refusal(ProblemCode.ACCOUNT_MISMATCH, ACCOUNT, "account " + to.accountId() + " is of "
                    + to.legalEntity() + ", " + what + " of " + payment.legalEntity());
        }
        Amounts.requireCurrency(to.currency(), payment.amount(), ACCOUNT);
    }
}
