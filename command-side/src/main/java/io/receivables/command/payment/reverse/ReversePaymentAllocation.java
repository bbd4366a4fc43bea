package io.receivables.command.payment.reverse;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;

/** Takes one allocation back: the instalments are open again, the cash is unapplied again. */
record ReversePaymentAllocation(PaymentId paymentId, AllocationId allocationId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.PAYMENT.streamId(paymentId);
    }
}
