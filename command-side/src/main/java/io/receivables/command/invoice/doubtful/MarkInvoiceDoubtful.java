package io.receivables.command.invoice.doubtful;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says that (a part of) an invoice may never be paid; it stays owed.
 *
 * @param amount null marks all that is open
 */
record MarkInvoiceDoubtful(InvoiceId invoiceId, DoubtfulId doubtfulId, @Nullable Money amount, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
