package io.receivables.command.charge.reverse;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;

/** Takes a late charge back, when nothing stands against it: it was a mistake, or is waived. */
record ReverseLateCharge(InvoiceId invoiceId, ChargeId chargeId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }

    @Override
    public List<String> streams() {
        return List.of(target(), StreamType.LATE_CHARGE.streamId(chargeId));
    }
}
