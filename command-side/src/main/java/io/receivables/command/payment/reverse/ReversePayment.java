package io.receivables.command.payment.reverse;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;

/** The money did not stay: a returned debit, a bounced cheque. */
record ReversePayment(PaymentId paymentId, String reason, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.PAYMENT.streamId(paymentId);
    }
}
