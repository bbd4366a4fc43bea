package io.receivables.query.ledger;

import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteCancelled;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.money.Money;
import java.util.List;

/** What the facts of a credit note add to the books. */
final class CreditNoteRows {

    private CreditNoteRows() {}

    static List<Row> of(CreditNoteEvent event) {
        return switch (event) {
            case CreditNoteIssued issued -> List.of(
                    new Row.Document(DocumentType.CREDIT_NOTE, issued.creditNoteId().value(),
                            issued.creditNoteNumber(), issued.accountId().value(), issued.legalEntity().value(),
                            issued.issueDate(), issued.total(), InvoiceRows.net(issued.lines())),
                    new Row.Item(DocumentType.CREDIT_NOTE, issued.creditNoteId().value(), 0, issued.issueDate(), null,
                            null, issued.issueDate()),
                    movement(issued, issued.opening() == null ? MovementKind.ISSUED : MovementKind.OPENING,
                            issued.total().negated()));
            case CreditNoteAllocated allocated -> settlement(allocated, allocated.allocationId().value()).settled(
                    allocated.target(), allocated.parts());
            case CreditNoteAllocationReversed reversed ->
                settlement(reversed, reversed.allocationId().value()).reversed(reversed.target(), reversed.parts());
            case CreditNoteCancelled cancelled ->
                List.of(movement(cancelled, MovementKind.CANCELLED, cancelled.amount()));
        };
    }

    private static Settlement settlement(CreditNoteEvent event, String allocation) {
        return new Settlement(DocumentType.CREDIT_NOTE, event.creditNoteId().value(), MovementKind.CREDIT, event,
                allocation);
    }

    private static Row movement(CreditNoteEvent event, MovementKind kind, Money amount) {
        return new Row.Movement(event.accountId().value(), event.legalEntity().value(), DocumentType.CREDIT_NOTE,
                event.creditNoteId().value(), 0, kind, null, amount);
    }
}
