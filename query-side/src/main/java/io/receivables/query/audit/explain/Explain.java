package io.receivables.query.audit.explain;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.agedbalance.AgedBalanceRequest;
import io.receivables.query.agedbalance.EdgesInForce;
import io.receivables.query.agedbalance.GetAgedBalance;
import io.receivables.query.audit.explain.Explanation.Line;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Documents;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AccountHeader;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.hindsight.AllocationView;
import io.receivables.query.ledger.hindsight.ReadHindsight;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Service;

/** Explains a figure of an account, or what is due of an invoice. */
@Service
@SnapshotRead
public class Explain {

    private final AccountAccess access;
    private final Documents documents;
    private final AsOfResolver resolver;
    private final EdgesInForce edgesInForce;
    private final GetAgedBalance agedBalance;
    private final ReadHindsight hindsight;
    private final ReadLines lines;

    Explain(AccountAccess access, Documents documents, AsOfResolver resolver, EdgesInForce edgesInForce,
            GetAgedBalance agedBalance, ReadHindsight hindsight, ReadLines lines) {
        this.access = access;
        this.documents = documents;
        this.resolver = resolver;
        this.edgesInForce = edgesInForce;
        this.agedBalance = agedBalance;
        this.hindsight = hindsight;
        this.lines = lines;
    }

    public Explanation handle(ExplainRequest request) {
        if (request.accountId() == null && request.invoiceId() == null) {
            throw new Refusal(ProblemCode.REQUIRED, "accountId or invoiceId is missing");
        }
        if (request.accountId() != null && request.invoiceId() != null) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "accountId " + request.accountId() + " and invoiceId " + request.invoiceId()
                            + ": only one is explained");
        }
        return request.invoiceId() == null
                ? ofAccount(access.require(String.valueOf(request.accountId())), request)
                : ofInvoice(request.invoiceId(), request);
    }

    private Explanation ofAccount(AccountHeader account, ExplainRequest request) {
        var entity = new LegalEntityId(account.legalEntity());
        var asOf = resolver.resolve(request.asOf(), entity);
        var view = AllocationView.of(request.view());
        var edges = edgesInForce.of(request.edges(), entity, asOf).edges();
        var figure = Figure.of(request.bucket(), edges);
        if ("plan".equals(request.basis())
                && (figure instanceof Figure.Bucket || figure == Figure.OfMovements.NOT_DUE)) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID, "basis plan: bucket " + figure.word()
                    + " is explained by due date or document date, for a payment plan moves nothing");
        }
        var answer = agedBalance.handle(new AgedBalanceRequest(account.legalEntity(), asOf.asAt().toString(),
                Long.toString(asOf.position()), request.basis(), request.edges(), request.view(), "none", null,
                account.accountId(), null, null, null, null));
        var currency = Currency.getInstance(account.currency());
        var earlier = hindsight.of(view, BookCut.of(account, asOf));
        var parts = lines.of(figure, new ReadLines.Place(account.accountId(), currency,
                !answer.basis().equals("documentDate"), edges.days(), asOf, earlier));
        var sum = sum(parts, currency);
        var shown = figure.in(answer.totals());
        if (shown != null && shown.compareTo(sum.amount()) != 0) {
            throw new IllegalStateException(figure.word() + " of " + account.accountId() + " is " + shown
                    + ", its movements add up to " + sum);
        }
        return new Explanation(account.accountId(), null, figure.word(), asOf.asAt(), asOf.known(), view.word(), sum,
                parts);
    }

    private Explanation ofInvoice(String id, ExplainRequest request) {
        if (request.bucket() != null && !request.bucket().equals(Figure.OfMovements.AMOUNT_DUE.word())) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "bucket " + request.bucket() + ": of an invoice amountDue is explained");
        }
        var found = documents.find(DocumentType.INVOICE, id);
        AsOf asOf = resolver.resolve(request.asOf(), new LegalEntityId(found.legalEntity()));
        var currency = Currency.getInstance(found.currency());
        var parts = lines.ofInvoice(id, currency, asOf);
        return new Explanation(null, id, Figure.OfMovements.AMOUNT_DUE.word(), asOf.asAt(), asOf.known(),
                AllocationView.DECIDED.word(), sum(parts, currency), parts);
    }

    private static Money sum(List<Line> parts, Currency currency) {
        return parts.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus);
    }
}
