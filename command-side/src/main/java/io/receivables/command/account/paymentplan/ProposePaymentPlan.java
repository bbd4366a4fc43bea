package io.receivables.command.account.paymentplan;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PlanRate;
import java.time.LocalDate;
import java.util.List;

/** Offers a schedule for what is open. */
record ProposePaymentPlan(AccountId accountId, PaymentPlanId planId, List<PlanItemBody> items, List<PlanRate> rates,
        String reason, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
