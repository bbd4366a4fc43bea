package io.receivables.query.journal;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeEvent;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.charge.LateChargeSettledInPart;
import io.receivables.events.charge.LateChargeSettlementReversed;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffApprovalGiven;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffRejected;
import io.receivables.events.creditwriteoff.CreditWriteOffRequested;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.refund.RefundApprovalGiven;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundEvent;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundRejected;
import io.receivables.events.refund.RefundRequested;
import io.receivables.events.refund.RefundReturned;
import io.receivables.query.journal.Booking.Piece;
import io.receivables.query.journal.Posting.Owing;
import io.receivables.query.ledger.StreamKey;
import java.time.LocalDate;
import java.util.List;

/**
 * The rules of booking: what each fact debits and credits. They know no account number, and fold the facts independently of
 * the ledger's movements, so that the two can be held against each other.
 */
final class Bookkeeping {

    /** The families that move accounts. */
    static final List<Class<? extends ReceivablesEvent>> FAMILIES = List.of(InvoiceEvent.class, PaymentEvent.class,
            CreditNoteEvent.class, LateChargeEvent.class, RefundEvent.class, CreditWriteOffEvent.class,
            FactoringEvent.class);

    private Bookkeeping() {}

    static Booking of(ReceivablesEvent event, long position, Chart chart, Earlier earlier) {
        return switch (event) {
            case InvoiceEvent invoice -> new InvoiceBookings(chart, earlier).of(invoice);
            case PaymentEvent payment -> new PaymentBookings(chart, earlier, position).of(payment);
            case CreditNoteEvent note -> new CreditNoteBookings(chart, earlier, position).of(note);
            case LateChargeEvent charge -> of(charge, earlier);
            case RefundEvent refund -> of(refund, chart);
            case CreditWriteOffEvent writeOff -> of(writeOff, chart);
            case FactoringEvent factoring -> FactoringBookings.of(factoring);
            default -> throw new IllegalArgumentException(event.getClass() + " is not booked");
        };
    }

    /** One account to the debit, one to the credit. */
    static List<Posting> both(Posting debit, Posting credit) {
        return List.of(debit, credit);
    }

    static Posting debit(AccountRole role, Money amount) {
        return new Posting(role, null, null, amount);
    }

    static Posting credit(AccountRole role, Money amount) {
        return debit(role, amount.negated());
    }

    private static Booking of(LateChargeEvent event, Earlier earlier) {
        var stream = StreamKey.of(event.chargeId());
        var piece = new Piece(stream.id(), earlier.beginning(stream).effectiveDate());
        return new Booking(JournalRole.GENERAL, piece, switch (event) {
            case LateChargeClaimed claimed -> charged(claimed, claimed.kind(), claimed.amount());
            case LateChargeReversed reversed -> charged(reversed, reversed.kind(), reversed.amount().negated());
            // The twins of an allocation, whose own fact counts.
            case LateChargeSettledInPart _,LateChargeSettlementReversed _ -> List.of();
        });
    }

    private static List<Posting> charged(LateChargeEvent event, ChargeKind kind, Money amount) {
        var owing = new Owing(event.accountId().value(), StreamKey.of(event.chargeId()).toString());
        return both(new Posting(AccountRole.RECEIVABLE, null, owing, amount), credit(switch (kind) {
            case INTEREST -> AccountRole.LATE_INTEREST;
            case FIXED_INDEMNITY -> AccountRole.INDEMNITY;
            case FEE -> AccountRole.FEE;
        }, amount));
    }

    private static Booking of(RefundEvent event, Chart chart) {
        return switch (event) {
            case RefundPaidOut paid -> refunded(paid, paid.paidDate(), paid.amount(), chart);
            case RefundReturned back -> refunded(back, back.effectiveDate(), back.amount().negated(), chart);
            case RefundRequested _,RefundApprovalGiven _,RefundApproved _,RefundRejected _ ->
                new Booking(JournalRole.BANK, new Piece(event.refundId().value(), event.effectiveDate()), List.of());
        };
    }

    private static Booking refunded(RefundEvent event, LocalDate date, Money amount, Chart chart) {
        return new Booking(JournalRole.BANK, new Piece(event.refundId().value(), date),
                both(new Posting(chart.customerCredit(), null, owing(event.accountId().value(), event.source()),
                        amount), credit(AccountRole.BANK, amount)));
    }

    private static Booking of(CreditWriteOffEvent event, Chart chart) {
        var piece = new Piece(event.creditWriteOffId().value(), event.effectiveDate());
        return new Booking(JournalRole.GENERAL, piece, switch (event) {
            case CreditWrittenOff done -> kept(done, done.amount(), chart);
            case CreditWriteOffReversed back -> kept(back, back.amount().negated(), chart);
            case CreditWriteOffRequested _,CreditWriteOffApprovalGiven _,CreditWriteOffRejected _ -> List.of();
        });
    }

    private static List<Posting> kept(CreditWriteOffEvent event, Money amount, Chart chart) {
        return both(new Posting(chart.customerCredit(), null, owing(event.accountId().value(), event.source()), amount),
                credit(AccountRole.CREDIT_INCOME, amount));
    }

    private static Owing owing(String account, CreditSource source) {
        return new Owing(account, switch (source.kind()) {
            case PAYMENT -> new StreamKey("Payment", source.id()).toString();
            case CREDIT_NOTE -> new StreamKey("CreditNote", source.id()).toString();
        });
    }
}
