package io.receivables.query.page;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.query.agedbalance.EdgesInForce;
import io.receivables.query.audit.explain.Explain;
import io.receivables.query.audit.explain.ExplainRequest;
import io.receivables.query.audit.explain.Explanation;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.page.ExplanationSheet.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads an explanation for its page. */
@Service
@SnapshotRead
class ReadExplanation {

    private final Explain explain;
    private final Cuts cuts;
    private final AccountAccess access;
    private final EdgesInForce edges;

    ReadExplanation(Explain explain, Cuts cuts, AccountAccess access, EdgesInForce edges) {
        this.explain = explain;
        this.cuts = cuts;
        this.access = access;
        this.edges = edges;
    }

    ExplanationSheet handle(ExplainRequest request, Links links) {
        var answer = explain.handle(request);
        var asOf = new AsOf(answer.asAt(), answer.asKnown());
        var account = answer.accountId();
        var invoice = String.valueOf(answer.invoiceId());
        return new ExplanationSheet(account == null ? invoice : account,
                account == null ? links.invoice(invoice) : links.account(account), messageKey(answer.bucket()),
                account == null ? null : label(answer, account, asOf, links),
                answer.figure().currency().getCurrencyCode(), Amount.of(answer.figure()), answer.view(),
                cuts.of(asOf, links.viewpoint().asOf()),
                answer.movements().stream().map(line -> line(line, links)).toList());
    }

    private static @Nullable String messageKey(String bucket) {
        return bucket.matches("[0-9]+") ? null : bucket.equals("notDue") ? "bucket.notDue" : "figure." + bucket;
    }

    private @Nullable String label(Explanation answer, String account, AsOf asOf, Links links) {
        var entity = new LegalEntityId(access.require(account).legalEntity());
        var buckets = Buckets.of(edges.of(links.viewpoint().edges(), entity, asOf).edges().days());
        return answer.bucket().matches("[0-9]+") ? buckets.labels().get(Integer.parseInt(answer.bucket()) + 1) : null;
    }

    private static Line line(Explanation.Line line, Links links) {
        return new Line(line.position(), Amount.grouped(Long.toString(line.position())), links.event(line.position()),
                line.effectiveDate(), line.type(), FactLine.words(line.type()), line.kind(), line.documentId(),
                link(line, links), line.who(), line.why(), line.policyVersion(), Amount.of(line.amount()));
    }

    private static @Nullable String link(Explanation.Line line, Links links) {
        return switch (line.documentType()) {
            case "INVOICE" -> links.invoice(line.documentId());
            case "PAYMENT" -> links.payment(line.documentId());
            case "CREDIT_NOTE" -> links.creditNote(line.documentId());
            default -> null;
        };
    }
}
