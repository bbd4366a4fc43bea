package io.receivables.command.invoice.recover;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.RecoveryId;
import java.time.LocalDate;

/** Takes a recovery back; cash of a payment is unallocated again. */
record ReverseRecovery(InvoiceId invoiceId, RecoveryId recoveryId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
