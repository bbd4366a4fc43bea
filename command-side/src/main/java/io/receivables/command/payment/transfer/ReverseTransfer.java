package io.receivables.command.payment.transfer;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;

/** Takes a transfer back: the cash is unallocated on the first account again, and what it settled meanwhile falls. */
record ReverseTransfer(PaymentId paymentId, PaymentId transferId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.PAYMENT.streamId(paymentId);
    }
}
