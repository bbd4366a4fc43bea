package io.receivables.query.journal;

import static io.receivables.query.journal.Bookkeeping.both;
import static io.receivables.query.journal.Bookkeeping.credit;
import static io.receivables.query.journal.Bookkeeping.debit;

import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.DoubtfulReleased;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceBoughtBack;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceChargeReversed;
import io.receivables.events.invoice.InvoiceCharged;
import io.receivables.events.invoice.InvoiceDunningBlockReleased;
import io.receivables.events.invoice.InvoiceDunningBlocked;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceFactored;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.InvoicePaidToFactor;
import io.receivables.events.invoice.InvoicePaidToFactorReversed;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.LimitationInterrupted;
import io.receivables.events.invoice.LimitationInterruptionVoided;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.invoice.WriteOffApprovalGiven;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import io.receivables.query.journal.Booking.Piece;
import io.receivables.query.journal.Posting.Owing;
import io.receivables.query.ledger.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the facts of an invoice are booked as. What moves it to the doubtful ones is added by {@link Doubtful}. */
record InvoiceBookings(Chart chart, Earlier earlier) {

    Booking of(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued issued -> issued(issued);
            case InvoiceCancelled cancelled -> issued(invoice(cancelled)).reversed();
            case InvoiceWrittenOff lost -> general(lost, lost(lost, lost.parts(), lost.relief()));
            case WriteOffReversed back -> general(back, lost(back, back.parts(), back.relief())).reversed();
            case WrittenOffAmountRecovered it -> recovered(it, it.amount(), it.paymentId() == null, it.taxDue());
            case RecoveryReversed it -> recovered(it, it.amount(), it.paymentId() == null, it.taxDue()).reversed();
            case SmallDifferenceWrittenOff given -> general(given, forgiven(given, given.parts()));
            case SmallDifferenceReversed back -> general(back, forgiven(back, back.parts())).reversed();
            // Doubtful is what is marked and open, so that more facts move it than these two.
            case InvoiceMarkedDoubtful _,DoubtfulReleased _ -> nothing(event);
            // The twins of what is booked with the money, the charge or the assignment.
            case InvoiceSettledInPart _,InvoiceSettlementReversed _ -> nothing(event);
            case InvoiceCharged _,InvoiceChargeReversed _ -> nothing(event);
            case InvoiceFactored _,InvoiceBoughtBack _ -> nothing(event);
            case InvoicePaidToFactor _,InvoicePaidToFactorReversed _ -> nothing(event);
            // The same is owed on the same account.
            case InvoiceRescheduled _,InvoiceReclassified _ -> nothing(event);
            case WriteOffRequested _,WriteOffApprovalGiven _,WriteOffRejected _ -> nothing(event);
            case DisputeRaised _,DisputeReassigned _,DisputeResolved _ -> nothing(event);
            case InvoiceDunningBlocked _,InvoiceDunningBlockReleased _ -> nothing(event);
            case LimitationInterrupted _,LimitationInterruptionVoided _ -> nothing(event);
        };
    }

    private Booking issued(InvoiceIssued issued) {
        if (issued.opening() != null) {
            return new Booking(JournalRole.OPENING, piece(issued),
                    both(receivable(issued, issued.total()), credit(AccountRole.OPENING_BALANCE, issued.total())));
        }
        var postings = new ArrayList<Posting>();
        postings.add(receivable(issued, issued.total()));
        var tax = Tax.of(issued.lines());
        if (tax.shares().isEmpty()) {
            // Of a total alone the tax is not known: all of it is a sale until somebody corrects it.
            postings.add(credit(AccountRole.SALES, issued.total()));
        }
        for (var share : tax.shares()) {
            postings.add(Tax.posting(AccountRole.SALES, share.taxRate(), share.net().negated()));
            postings.add(Tax.posting(chart.taxOnSales(), share.taxRate(), share.tax().negated()));
        }
        return new Booking(JournalRole.SALES, piece(issued), List.copyOf(postings));
    }

    private List<Posting> lost(InvoiceEvent event, List<InstalmentAmount> parts, @Nullable TaxRelief relief) {
        var amount = InstalmentAmount.total(parts);
        var shares = relief == null ? List.<TaxShare>of() : relief.perRate();
        var postings = new ArrayList<Posting>();
        postings.add(debit(AccountRole.LOSS, amount.minus(TaxShare.taxOf(shares, amount.currency()))));
        var tax = relief != null && relief.pending() ? AccountRole.VAT_PENDING : AccountRole.VAT_COLLECTED;
        shares.forEach(share -> postings.add(Tax.posting(tax, share.taxRate(), share.tax())));
        postings.add(receivable(event, amount.negated()));
        return List.copyOf(postings);
    }

    /** @param cash whether this fact records the money too; else its payment does */
    private Booking recovered(InvoiceEvent event, Money amount, boolean cash, @Nullable List<TaxShare> taxDue) {
        var postings = new ArrayList<Posting>();
        if (cash) {
            postings.addAll(both(debit(AccountRole.BANK, amount), credit(AccountRole.RECOVERY, amount)));
        }
        for (var share : Objects.requireNonNullElse(taxDue, List.<TaxShare>of())) {
            postings.add(debit(AccountRole.RECOVERY, share.tax()));
            postings.add(Tax.posting(AccountRole.VAT_COLLECTED, share.taxRate(), share.tax().negated()));
        }
        return new Booking(cash ? JournalRole.BANK : JournalRole.GENERAL, piece(invoice(event)),
                List.copyOf(postings));
    }

    private List<Posting> forgiven(InvoiceEvent event, List<InstalmentAmount> parts) {
        var amount = InstalmentAmount.total(parts);
        return both(debit(AccountRole.SMALL_DIFFERENCE_LOSS, amount), receivable(event, amount.negated()));
    }

    private Booking general(InvoiceEvent event, List<Posting> postings) {
        return new Booking(JournalRole.GENERAL, piece(invoice(event)), postings);
    }

    private Booking nothing(InvoiceEvent event) {
        return general(event, List.of());
    }

    private InvoiceIssued invoice(InvoiceEvent event) {
        return earlier.invoice(StreamKey.of(event.invoiceId()));
    }

    private static Piece piece(InvoiceIssued issued) {
        return new Piece(issued.invoiceNumber(), issued.issueDate());
    }

    private static Posting receivable(InvoiceEvent event, Money amount) {
        return new Posting(AccountRole.RECEIVABLE, null,
                new Owing(event.accountId().value(), StreamKey.of(event.invoiceId()).toString()), amount);
    }
}
