package io.receivables.command.refund.payout;

import io.receivables.command.stream.Command;
import io.receivables.events.refund.RefundId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The bank returned a refund that was paid out.
 *
 * @param effectiveDate null means today
 */
record ReverseRefund(RefundId refundId, @Nullable String reason,
        @Nullable LocalDate effectiveDate) implements Command {}
