package io.receivables.query.page;

import static java.util.stream.Collectors.joining;

import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.refund.RefundId;
import io.receivables.events.refund.RefundRequested;
import io.receivables.platform.resource.AllocationResource;
import io.receivables.query.approval.GetApprovals;
import io.receivables.query.creditnotedetail.GetCreditNoteDetail;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Documents;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import io.receivables.query.page.CreditSheet.RefundLine;
import io.receivables.query.page.CreditSheet.UseLine;
import io.receivables.query.paymentdetail.GetPaymentDetail;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reads all that the page of a payment or credit note shows from one state of the books. */
@Service
@SnapshotRead
class ReadCredit {

    private final Documents documents;
    private final Cuts cuts;
    private final GetPaymentDetail payment;
    private final GetCreditNoteDetail creditNote;
    private final GetApprovals approvals;
    private final History history;

    ReadCredit(Documents documents, Cuts cuts, GetPaymentDetail payment, GetCreditNoteDetail creditNote,
            GetApprovals approvals, History history) {
        this.documents = documents;
        this.cuts = cuts;
        this.payment = payment;
        this.creditNote = creditNote;
        this.approvals = approvals;
        this.history = history;
    }

    CreditSheet handle(PaymentId id, Links links) {
        var request = links.viewpoint().asOf();
        var it = payment.handle(id, request);
        var asOf = documents.require(DocumentType.PAYMENT, id.value(), request);
        var facts = history.of(StreamKey.of(id), asOf);
        var account = it.accountId() == null ? null : it.accountId().value();
        return new CreditSheet("payment", id.value(), id.value(), account,
                account == null ? null : links.account(account), it.legalEntity().value(),
                it.amount().currency().getCurrencyCode(), it.receivedDate(), it.opening(),
                it.reference() == null ? "" : it.reference(), it.reversed(), cuts.of(asOf, request),
                Amount.of(it.amount()), Amount.of(it.allocatedAmount()), Amount.of(it.unallocatedAmount()),
                Amount.of(it.refundPending()), Amount.of(it.refundedAmount()),
                Amount.of(it.writeOffPending()), Amount.of(it.writtenOffAmount()), Amount.of(it.transferredAmount()),
                uses(it.allocations(), links), refunds(facts, request), lines(facts, links));
    }

    CreditSheet handle(CreditNoteId id, Links links) {
        var request = links.viewpoint().asOf();
        var it = creditNote.handle(id, request);
        var asOf = documents.require(DocumentType.CREDIT_NOTE, id.value(), request);
        var facts = history.of(StreamKey.of(id), asOf);
        return new CreditSheet("creditNote", id.value(), it.creditNoteNumber(), it.accountId().value(),
                links.account(it.accountId().value()), it.legalEntity().value(),
                it.total().currency().getCurrencyCode(), it.issueDate(), it.opening(), it.reason(), it.cancelled(),
                cuts.of(asOf, request), Amount.of(it.total()), Amount.of(it.allocatedAmount()),
                Amount.of(it.unallocatedAmount()), Amount.of(it.refundPending()), Amount.of(it.refundedAmount()),
                Amount.of(it.writeOffPending()), Amount.of(it.writtenOffAmount()),
                Amount.of(Money.zero(it.total().currency())),
                uses(it.allocations(), links), refunds(facts, request), lines(facts, links));
    }

    private static List<UseLine> uses(List<AllocationResource> allocations, Links links) {
        return allocations.stream().map(it -> use(it, links)).toList();
    }

    private static UseLine use(AllocationResource it, Links links) {
        var invoice = it.invoiceId() == null ? null : it.invoiceId().value();
        return new UseLine(it.allocationId().value(), invoice, it.chargeId() == null ? null : it.chargeId().value(),
                invoice == null ? null : links.invoice(invoice), instalments(it), Amount.of(it.amount()),
                Amount.of(it.discount()), it.effectiveDate(), it.reversedDate(),
                it.rule() == null ? "REQUEST" : it.rule().id().name(), it.rule() == null ? "" : it.rule().reason());
    }

    private static String instalments(AllocationResource allocation) {
        if (allocation.chargeId() != null) {
            return "";
        }
        return allocation.parts() == null
                ? String.valueOf(allocation.instalment())
                : allocation.parts().stream().map(part -> String.valueOf(part.instalment())).collect(joining(", "));
    }

    private List<RefundLine> refunds(List<PastFact> facts, AsOfRequest request) {
        return facts.stream()
                .filter(fact -> fact.event() instanceof RefundRequested)
                .map(fact -> line(((RefundRequested) fact.event()).refundId(), request))
                .toList();
    }

    private RefundLine line(RefundId id, AsOfRequest request) {
        var it = approvals.refund(id, request);
        return new RefundLine(id.value(), Amount.of(it.amount()), it.status().name(), it.reason(), it.requestedBy(),
                DecidedBy.of(it.approval(), it.approvedBy(), it.rejectedBy()),
                it.paidDate() == null ? it.effectiveDate() : it.paidDate());
    }

    private static List<FactLine> lines(List<PastFact> facts, Links links) {
        return facts.reversed().stream().map(fact -> FactLine.of(fact, links)).toList();
    }
}
