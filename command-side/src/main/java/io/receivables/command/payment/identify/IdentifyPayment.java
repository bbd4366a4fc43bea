package io.receivables.command.payment.identify;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;

/** Says who paid. */
record IdentifyPayment(PaymentId paymentId, AccountId accountId, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.PAYMENT.streamId(paymentId);
    }
}
