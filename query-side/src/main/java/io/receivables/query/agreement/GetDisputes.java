package io.receivables.query.agreement;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.DisputeId;
import io.receivables.platform.agreement.DisputeStanding;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.DisputeResource;
import io.receivables.query.agreement.AgreementSteps.Filter;
import io.receivables.query.agreement.AgreementSteps.Found;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AgreementKind;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers what customers contest. */
@Service
@SnapshotRead
public class GetDisputes {

    private final AgreementSteps steps;
    private final AsOfResolver resolver;
    private final History history;

    GetDisputes(AgreementSteps steps, AsOfResolver resolver, History history) {
        this.steps = steps;
        this.resolver = resolver;
        this.history = history;
    }

    public DisputeResource one(DisputeId id, AsOfRequest request) {
        return steps.find(AgreementKind.DISPUTE, id.value())
                .filter(found -> Scope.isVisible(found.legalEntity()))
                .flatMap(found -> {
                    var asOf = resolver.resolve(request, new LegalEntityId(found.legalEntity()));
                    return resource(found, facts(List.of(found), asOf), asOf);
                })
                .orElseThrow(() -> new Refusal(ProblemCode.DISPUTE_NOT_FOUND, "there is no dispute " + id));
    }

    /**
     * @param status OPEN or RESOLVED; null for all
     * @param overdue those whose day to answer has passed
     */
    public Page<DisputeResource> list(@Nullable String status, @Nullable String owner, @Nullable String overdue,
            @Nullable String accountId, @Nullable String legalEntity, AsOfRequest request, Paging paging) {
        var scope = Scope.of(legalEntity);
        var filter = new Filter(
                status == null ? null : Parameters.choice("status", status, DisputeResource.Status.class).name(),
                accountId, owner, Parameters.flag("overdue", overdue));
        var asOf = resolver.resolve(request, scope);
        var after = paging.afterKeys(1);
        var page = Page.of(steps.list(AgreementKind.DISPUTE, filter, scope, asOf,
                after == null ? 0 : Cursor.number(after.getFirst()), paging.size() + 1), paging.size(),
                last -> List.of(Long.toString(last.position())));
        var facts = facts(page.items(), asOf);
        return page.with(page.items().stream().map(it -> resource(it, facts, asOf).orElseThrow()).toList());
    }

    private Map<String, List<PastFact>> facts(List<Found> found, AsOf asOf) {
        return history.of("Invoice",
                found.stream().map(it -> Objects.requireNonNull(it.invoiceId())).distinct().toList(),
                asOf);
    }

    private static Optional<DisputeResource> resource(Found found, Map<String, List<PastFact>> facts, AsOf asOf) {
        var ofInvoice = facts.getOrDefault(Objects.requireNonNull(found.invoiceId()), List.of());
        return Optional.ofNullable(DisputeStanding.of(ofInvoice.stream().map(PastFact::event))
                .get(new DisputeId(found.id())))
                .map(it -> it.at(asOf.asAt(), ofInvoice.size(), asOf.position()));
    }
}
