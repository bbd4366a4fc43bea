package io.receivables.command.invoice.dispute;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Names who answers a dispute, and by when.
 *
 * @param owner null keeps who has it
 * @param deadline null keeps the day
 */
record ReassignDispute(InvoiceId invoiceId, DisputeId disputeId, @Nullable String owner, @Nullable LocalDate deadline,
        String reason, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
