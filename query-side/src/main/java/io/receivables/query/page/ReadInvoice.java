package io.receivables.query.page;

import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.query.agedbalance.EdgesInForce;
import io.receivables.query.approval.GetApprovals;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Documents;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.invoicedetail.GetInvoiceDetail;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import io.receivables.query.page.InvoiceSheet.GoodsLine;
import io.receivables.query.page.InvoiceSheet.InstalmentLine;
import io.receivables.query.page.InvoiceSheet.WriteOffLine;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads all that the page of an invoice shows from one state of the books. */
@Service
@SnapshotRead
class ReadInvoice {

    private final Documents documents;
    private final Cuts cuts;
    private final GetInvoiceDetail invoice;
    private final GetApprovals approvals;
    private final ReadCharges charges;
    private final History history;
    private final EdgesInForce edges;

    ReadInvoice(Documents documents, Cuts cuts, GetInvoiceDetail invoice, GetApprovals approvals, ReadCharges charges,
            History history, EdgesInForce edges) {
        this.documents = documents;
        this.cuts = cuts;
        this.invoice = invoice;
        this.approvals = approvals;
        this.charges = charges;
        this.history = history;
        this.edges = edges;
    }

    InvoiceSheet handle(InvoiceId id, Links links) {
        var request = links.viewpoint().asOf();
        var it = invoice.handle(id, request);
        var asOf = documents.require(DocumentType.INVOICE, id.value(), request);
        var facts = history.of(StreamKey.of(id), asOf);
        return new InvoiceSheet(it, cuts.of(asOf, request), Amount.of(it.total()), Amount.of(it.amountDue()),
                Amount.of(it.amountPaid()), Amount.of(it.amountCredited()), Amount.of(it.amountDiscounted()),
                Amount.of(it.amountWrittenOff()), Amount.of(it.amountRecovered()), Amount.of(it.amountDisputed()),
                Amount.of(it.amountDoubtful()), Amount.of(it.taxRelieved()),
                instalments(it, asOf, links.viewpoint()), goods(it), Settlements.of(facts, links),
                charges.of(it, asOf),
                it.disputes().reversed().stream().map(dispute -> ReadAgreements.line(dispute, links)).toList(),
                facts.stream().flatMap(fact -> writeOff(fact).stream()).distinct().map(w -> line(w, request)).toList(),
                facts.reversed().stream().map(fact -> FactLine.of(fact, links)).toList());
    }

    private List<InstalmentLine> instalments(InvoiceResource it, AsOf asOf, Viewpoint viewpoint) {
        var buckets = Buckets.of(edges.of(viewpoint.edges(), it.legalEntity(), asOf).edges().days());
        boolean byDocument = "documentDate".equals(viewpoint.basis());
        long age = ChronoUnit.DAYS.between(it.issueDate(), asOf.asAt());
        return it.instalments()
                .stream()
                .map(one -> new InstalmentLine(one.no(), one.dueDate(), Amount.of(one.amount()),
                        Amount.of(one.amountDue()),
                        one.amountRescheduled() == null ? null : Amount.of(one.amountRescheduled()),
                        one.daysPastDue(),
                        one.amountDue().isZero() ? null : buckets.of(byDocument ? age : one.daysPastDue())))
                .toList();
    }

    private static List<GoodsLine> goods(InvoiceResource it) {
        return it.lines()
                .stream()
                .map(line -> new GoodsLine(line.description(), Amount.of(line.netAmount()),
                        Amount.of(line.taxRate().toString()).text(), Amount.of(line.taxAmount())))
                .toList();
    }

    private static Optional<WriteOffId> writeOff(PastFact fact) {
        return switch (fact.event()) {
            case WriteOffRequested requested -> Optional.of(requested.writeOffId());
            case InvoiceWrittenOff writtenOff -> Optional.of(writtenOff.writeOffId());
            default -> Optional.empty();
        };
    }

    private WriteOffLine line(WriteOffId id, AsOfRequest request) {
        var it = approvals.writeOff(id, request);
        return new WriteOffLine(id.value(), Amount.of(it.amount()), it.status().name(), it.reason(), it.requestedBy(),
                DecidedBy.of(it.approval(), it.approvedBy(), it.rejectedBy()), it.effectiveDate());
    }
}
