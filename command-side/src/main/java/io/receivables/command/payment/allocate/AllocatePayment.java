package io.receivables.command.payment.allocate;

import io.receivables.command.allocation.AllocationWish;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import java.util.List;

/** Settles (a part of) an invoice or late charge with (a part of) a payment. */
record AllocatePayment(PaymentId paymentId, AllocationWish wish, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.PAYMENT.streamId(paymentId);
    }

    @Override
    public List<String> streams() {
        return AllocationWish.streams(target(), List.of(wish));
    }
}
