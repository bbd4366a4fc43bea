package io.receivables.command.payment.autoallocate;

import io.receivables.command.allocation.AutoAllocationWish;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;

/** Lets the rules find what the unallocated part of a payment settles. */
record AutoAllocatePayment(PaymentId paymentId, AutoAllocationWish wish, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.PAYMENT.streamId(paymentId);
    }
}
