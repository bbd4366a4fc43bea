package io.receivables.command.invoice.doubtful;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;

/** Says that what was marked is not doubtful any more. */
record ReleaseDoubtful(InvoiceId invoiceId, DoubtfulId doubtfulId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
