package io.receivables.query.journal;

import static io.receivables.query.journal.Bookkeeping.both;
import static io.receivables.query.journal.Bookkeeping.debit;

import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteCancelled;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.money.Money;
import io.receivables.query.journal.AllocationBookings.Allocation;
import io.receivables.query.journal.Booking.Piece;
import io.receivables.query.journal.Posting.Owing;
import io.receivables.query.ledger.StreamKey;
import java.util.ArrayList;
import java.util.List;

/** What the facts of a credit note are booked as. */
record CreditNoteBookings(Chart chart, Earlier earlier, long position) {

    Booking of(CreditNoteEvent event) {
        var stream = StreamKey.of(event.creditNoteId());
        return switch (event) {
            case CreditNoteIssued issued -> issued(issued);
            case CreditNoteCancelled cancelled -> issued(earlier.creditNote(stream)).reversed();
            case CreditNoteAllocated made -> general(stream, allocations().made(new Allocation(
                    made.accountId().value(), stream, made.allocationId(), made.target(), made.parts()),
                    made.discountShares()));
            case CreditNoteAllocationReversed back -> general(stream, allocations().reversed(new Allocation(
                    back.accountId().value(), stream, back.allocationId(), back.target(), back.parts())));
        };
    }

    private Booking issued(CreditNoteIssued issued) {
        var credit = credit(issued, issued.total().negated());
        if (issued.opening() != null) {
            return new Booking(JournalRole.OPENING, piece(issued),
                    both(debit(AccountRole.OPENING_BALANCE, issued.total()), credit));
        }
        var postings = new ArrayList<Posting>();
        var tax = Tax.of(issued.lines());
        if (tax.shares().isEmpty()) {
            postings.add(debit(AccountRole.SALES_REDUCTIONS, issued.total()));
        }
        for (var share : tax.shares()) {
            postings.add(Tax.posting(AccountRole.SALES_REDUCTIONS, share.taxRate(), share.net()));
            postings.add(Tax.posting(chart.taxOnSales(), share.taxRate(), share.tax()));
        }
        postings.add(credit);
        return new Booking(JournalRole.SALES, piece(issued), List.copyOf(postings));
    }

    private Booking general(StreamKey stream, List<Posting> postings) {
        return new Booking(JournalRole.GENERAL, piece(earlier.creditNote(stream)), postings);
    }

    private AllocationBookings allocations() {
        return new AllocationBookings(chart, earlier, position);
    }

    private Posting credit(CreditNoteIssued issued, Money amount) {
        return new Posting(chart.customerCredit(), null,
                new Owing(issued.accountId().value(), StreamKey.of(issued.creditNoteId()).toString()), amount);
    }

    private static Piece piece(CreditNoteIssued issued) {
        return new Piece(issued.creditNoteNumber(), issued.issueDate());
    }
}
