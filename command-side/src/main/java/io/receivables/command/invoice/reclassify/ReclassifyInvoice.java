package io.receivables.command.invoice.reclassify;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;

/** The invoice shall be of this class from the date on. */
record ReclassifyInvoice(InvoiceId invoiceId, ReceivableClass receivableClass, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
