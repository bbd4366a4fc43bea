package io.receivables.query.journal;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.charge.LateChargeEvent;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.query.ledger.BookedFact;
import io.receivables.query.ledger.BookedFacts;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What had happened to the documents of some facts before: an invoice's tax, how the money came that goes back. */
final class Earlier {

    private static final List<String> OF_PAYMENT = names(PaymentAllocated.class, PaymentAllocationReversed.class);
    private static final List<String> OF_CREDIT_NOTE = names(CreditNoteAllocated.class,
            CreditNoteAllocationReversed.class);
    private static final List<String> OF_INVOICE = names(InvoiceSettledInPart.class, InvoiceSettlementReversed.class);

    private final Map<StreamKey, ReceivablesEvent> beginnings = new HashMap<>();
    private final Map<StreamKey, List<PastFact>> settlements = new HashMap<>();

    private Earlier() {}

    static Earlier than(Collection<BookedFact> facts, BookedFacts history, long position) {
        var earlier = new Earlier();
        var invoices = new HashSet<String>();
        var payments = new HashSet<String>();
        var notes = new HashSet<String>();
        var charges = new HashSet<String>();
        var reversedPayments = new HashSet<String>();
        var reversedNotes = new HashSet<String>();
        for (var fact : facts) {
            switch (fact.fact().event()) {
                case PaymentEvent event -> {
                    payments.add(event.paymentId().value());
                    if (event instanceof PaymentAllocated made && made.invoiceId() != null) {
                        invoices.add(made.invoiceId().value());
                    }
                    if (event instanceof PaymentAllocationReversed back) {
                        reversedPayments.add(back.paymentId().value());
                        if (back.invoiceId() != null) {
                            invoices.add(back.invoiceId().value());
                        }
                    }
                }
                case CreditNoteEvent event -> {
                    notes.add(event.creditNoteId().value());
                    if (event instanceof CreditNoteAllocationReversed back) {
                        reversedNotes.add(back.creditNoteId().value());
                    }
                }
                case InvoiceEvent event -> invoices.add(event.invoiceId().value());
                case LateChargeEvent event -> charges.add(event.chargeId().value());
                default -> {
                    // The documents of the others are they themselves.
                }
            }
        }
        earlier.begin("Invoice", invoices, history);
        earlier.begin("Payment", payments, history);
        earlier.begin("CreditNote", notes, history);
        earlier.begin("LateCharge", charges, history);
        earlier.settle("Payment", reversedPayments, OF_PAYMENT, history, position);
        earlier.settle("CreditNote", reversedNotes, OF_CREDIT_NOTE, history, position);
        earlier.settle("Invoice", invoices, OF_INVOICE, history, position);
        return earlier;
    }

    InvoiceIssued invoice(StreamKey invoice) {
        return (InvoiceIssued) beginning(invoice);
    }

    PaymentReceived payment(StreamKey payment) {
        return (PaymentReceived) beginning(payment);
    }

    CreditNoteIssued creditNote(StreamKey note) {
        return (CreditNoteIssued) beginning(note);
    }

    ReceivablesEvent beginning(StreamKey stream) {
        return Objects.requireNonNull(beginnings.get(stream), stream::toString);
    }

    /** Allocations and their reversals. */
    List<PastFact> settlements(StreamKey stream) {
        return settlements.getOrDefault(stream, List.of());
    }

    private void begin(String type, Set<String> ids, BookedFacts history) {
        history.beginnings(type, ids).forEach((id, fact) -> beginnings.put(new StreamKey(type, id), fact.event()));
    }

    private void settle(String type, Set<String> ids, List<String> names, BookedFacts history, long position) {
        history.of(type, ids, names, position).forEach((id, of) -> settlements.put(new StreamKey(type, id), of));
    }

    private static List<String> names(Class<?>... types) {
        return List.of(types).stream().map(Class::getSimpleName).toList();
    }
}
