package io.receivables.command.refund.approve;

import io.receivables.command.stream.Command;
import io.receivables.events.refund.RefundId;
import org.jspecify.annotations.Nullable;

/** Lets a requested refund be paid. */
record ApproveRefund(RefundId refundId, @Nullable String reason) implements Command {

    @Override
    public @Nullable String why() {
        return reason;
    }
}
