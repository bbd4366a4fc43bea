package io.receivables.command.invoice.cancel;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;

/** Makes an invoice void, when nothing stands against it. */
record CancelInvoice(InvoiceId invoiceId, String reason, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
