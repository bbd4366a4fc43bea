package io.receivables.command.refund.payout;

import io.receivables.command.stream.Command;
import io.receivables.events.refund.RefundId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Records that the money left. */
record PayOutRefund(RefundId refundId, LocalDate paidDate, @Nullable String reference) implements Command {

    @Override
    public LocalDate effectiveDate() {
        return paidDate;
    }

    @Override
    public String datePointer() {
        return "/paidDate";
    }
}
