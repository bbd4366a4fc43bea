package io.receivables.command.invoice.writeoff;

import io.receivables.command.invoice.WriteOffClaim;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;

/** Gives up (a part of) an invoice, or asks a second person to. */
record WriteOffInvoice(InvoiceId invoiceId, WriteOffClaim claim) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }

    @Override
    public LocalDate effectiveDate() {
        return claim.effectiveDate();
    }
}
