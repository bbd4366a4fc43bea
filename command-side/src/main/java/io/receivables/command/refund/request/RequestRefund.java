package io.receivables.command.refund.request;

import io.receivables.command.allocation.Reopening;
import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.stream.Command;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.money.Money;
import io.receivables.events.refund.RefundId;
import java.time.LocalDate;
import java.util.List;

/**
 * Sets unallocated money aside to give it back.
 *
 * @param reopen what is first taken back from invoices
 */
record RequestRefund(RefundId refundId, CreditSource source, Money amount, String reason, LocalDate effectiveDate,
        List<Reopening> reopen) implements Command {

    @Override
    public String target() {
        return CreditDocuments.streamType(source).streamId(source.id());
    }
}
