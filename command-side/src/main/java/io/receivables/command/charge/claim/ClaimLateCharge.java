package io.receivables.command.charge.claim;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims a late charge because an invoice is late.
 *
 * @param amount null: what the credit policy gives at the date and is not claimed yet
 */
record ClaimLateCharge(InvoiceId invoiceId, ChargeId chargeId, ChargeKind kind, @Nullable Money amount,
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
