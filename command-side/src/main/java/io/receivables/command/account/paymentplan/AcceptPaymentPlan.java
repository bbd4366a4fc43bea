package io.receivables.command.account.paymentplan;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanId;
import java.time.LocalDate;

/** Takes note that the customer accepts a plan. */
record AcceptPaymentPlan(AccountId accountId, PaymentPlanId planId, String evidence,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
