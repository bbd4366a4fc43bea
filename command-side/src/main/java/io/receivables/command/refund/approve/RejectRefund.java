package io.receivables.command.refund.approve;

import io.receivables.command.stream.Command;
import io.receivables.events.refund.RefundId;
import org.jspecify.annotations.Nullable;

/** Declines a requested refund: the amount is free again from today on. */
record RejectRefund(RefundId refundId, @Nullable String reason) implements Command {}
