package io.receivables.command.invoice.dispute;

import io.receivables.command.invoice.DisputeClaim;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says that the customer contests a part of an invoice.
 *
 * @param deadline the last day for an answer; null leaves it to the credit policy
 */
record RaiseDispute(InvoiceId invoiceId, DisputeClaim claim, @Nullable LocalDate deadline) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }

    @Override
    public LocalDate effectiveDate() {
        return claim.effectiveDate();
    }
}
