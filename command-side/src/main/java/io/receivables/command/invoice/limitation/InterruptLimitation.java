package io.receivables.command.invoice.limitation;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.LimitationInterruptionId;
import io.receivables.events.invoice.LimitationInterruptionKind;
import java.time.LocalDate;

/** Starts the limitation of an invoice anew. */
record InterruptLimitation(InvoiceId invoiceId, LimitationInterruptionId interruptionId,
        LimitationInterruptionKind kind,
        String reason, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
