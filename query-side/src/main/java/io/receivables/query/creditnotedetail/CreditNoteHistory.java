package io.receivables.query.creditnotedetail;

import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteCancelled;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.CreditNoteResource;
import io.receivables.query.ledger.Allocations;
import io.receivables.query.ledger.CreditWriteOffAmounts;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.RefundAmounts;
import java.util.List;

/** A credit note folded from its facts. */
final class CreditNoteHistory {

    private final CreditNoteIssued issued;
    private final Allocations allocations = new Allocations();
    private RefundAmounts refunds;
    private CreditWriteOffAmounts writeOffs;
    private boolean cancelled;

    private CreditNoteHistory(CreditNoteIssued issued) {
        this.issued = issued;
        this.refunds = RefundAmounts.none(issued.total());
        this.writeOffs = CreditWriteOffAmounts.none(issued.total());
    }

    /** @param facts the first one issued it */
    static CreditNoteResource resource(List<PastFact> facts, long position) {
        var history = new CreditNoteHistory((CreditNoteIssued) facts.getFirst().event());
        for (var fact : facts) {
            history.refunds = history.refunds.after(fact.event());
            history.writeOffs = history.writeOffs.after(fact.event());
            if (fact.event() instanceof CreditNoteEvent event) {
                history.evolve(event);
            }
        }
        return history.resource(facts.size(), position);
    }

    private void evolve(CreditNoteEvent event) {
        switch (event) {
            case CreditNoteIssued first -> {
            }
            case CreditNoteAllocated made ->
                allocations.made(made);
            case CreditNoteAllocationReversed taken ->
                allocations.reversed(taken.allocationId(), taken.effectiveDate());
            case CreditNoteCancelled voided -> cancelled = true;
        }
    }

    private CreditNoteResource resource(long version, long position) {
        var allocated = allocations.standing(issued.total());
        var free = cancelled
                ? Money.zero(issued.total().currency())
                : issued.total()
                        .minus(allocated)
                        .minus(refunds.pending())
                        .minus(refunds.refunded())
                        .minus(writeOffs.pending())
                        .minus(writeOffs.writtenOff());
        return new CreditNoteResource(issued.creditNoteId(), null, issued.creditNoteNumber(), issued.accountId(),
                issued.legalEntity(), issued.issueDate(), issued.total(), issued.reason(), allocated, free,
                refunds.pending(), refunds.refunded(), writeOffs.pending(), writeOffs.writtenOff(), cancelled,
                issued.relatesTo(), allocations.list(),
                issued.opening(), null, version, position);
    }
}
