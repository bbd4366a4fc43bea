package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.dunning.DunningBlocks;
import io.receivables.command.stream.Amounts;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.invoice.InvoiceDunningBlockReleased;
import io.receivables.events.invoice.InvoiceDunningBlocked;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.platform.resource.DunningBlockResource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The stops to reminders of one invoice. */
final class InvoiceDunningBlocks {

    private final InvoiceIssued issued;
    private final DunningBlocks blocks = new DunningBlocks();

    InvoiceDunningBlocks(InvoiceIssued issued) {
        this.issued = issued;
    }

    void place(DunningBlockId id, String reason, String placedBy, @Nullable LocalDate until, LocalDate date) {
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        DunningBlocks.requireInOrder(date, until);
        apply(new InvoiceDunningBlocked(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, reason,
                placedBy, until, date));
    }

    void release(DunningBlockId id, String reason, LocalDate date) {
        blocks.requireReleasable(id, date, "invoice " + issued.invoiceId());
        apply(new InvoiceDunningBlockReleased(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, reason,
                date));
    }

    void evolve(InvoiceDunningBlocked it) {
        blocks.placed(new DunningBlocks.Block(it.blockId(), it.reason(), it.placedBy(), it.effectiveDate(), it.until(),
                null));
    }

    void evolve(InvoiceDunningBlockReleased it) {
        blocks.released(it.blockId(), it.effectiveDate());
    }

    DunningBlockResource resource(DunningBlockId id, long version) {
        var it = blocks.get(id);
        return new DunningBlockResource(id, issued.accountId(), issued.invoiceId(), it.reason(), it.placedBy(),
                it.from(), it.until(), it.releasedDate(), version, null);
    }
}
