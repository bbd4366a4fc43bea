package io.receivables.command.invoice.dispute;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Ends a dispute.
 *
 * @param creditNoteId the credit note that grants it; null when none is named
 */
record ResolveDispute(InvoiceId invoiceId, DisputeId disputeId, DisputeOutcome outcome, String reason,
        @Nullable CreditNoteId creditNoteId, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
