package io.receivables.command.payment.transfer;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;

/** Moves unallocated cash to another account of the same legal entity and currency. */
record TransferPayment(PaymentId paymentId, PaymentId transferId, AccountId accountId, Money amount, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.PAYMENT.streamId(paymentId);
    }
}
