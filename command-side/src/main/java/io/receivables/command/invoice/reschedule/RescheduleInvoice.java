package io.receivables.command.invoice.reschedule;

import io.receivables.command.invoice.NewInstalment;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;

/** What is open of an invoice shall fall due on these days. */
record RescheduleInvoice(InvoiceId invoiceId, List<NewInstalment> instalments, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
