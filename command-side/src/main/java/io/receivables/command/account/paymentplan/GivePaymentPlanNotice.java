package io.receivables.command.account.paymentplan;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes note that the customer was told in form that the whole balance falls due. */
record GivePaymentPlanNotice(AccountId accountId, PaymentPlanId planId, @Nullable String reference,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
