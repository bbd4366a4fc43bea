package io.receivables.query.legalentity;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.LegalEntities;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers which companies keep their receivables here, and by which policies. */
@Service
@SnapshotRead
public class GetLegalEntities {

    private final LegalEntities entities;
    private final History history;
    private final AsOfResolver resolver;

    GetLegalEntities(LegalEntities entities, History history, AsOfResolver resolver) {
        this.entities = entities;
        this.history = history;
        this.resolver = resolver;
    }

    public LegalEntityResource one(LegalEntityId id, AsOfRequest request) {
        Scope.requireVisible(id.value());
        return entities.find(id, resolver.known(request.asKnown()).position())
                .orElseThrow(() -> new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND, "there is no legal entity " + id));
    }

    /** Those that the actor may see, by their id. */
    public Page<LegalEntityResource> all(AsOfRequest request, Paging paging) {
        return Page.of(entities.all(resolver.known(request.asKnown()).position())
                .stream()
                .filter(entity -> Scope.isVisible(entity.legalEntity().value()))
                .toList(), entity -> List.of(entity.legalEntity().value()), paging);
    }

    /** Every version, by legal entity in the order in which they were set. */
    public Page<CreditPolicyResource> policies(@Nullable String legalEntity, AsOfRequest request, Paging paging) {
        var scope = Scope.of(legalEntity);
        return Page.of(history.ofType("CreditPolicy", resolver.known(request.asKnown()).position())
                .stream()
                .map(fact -> (CreditPolicySet) fact.event())
                .filter(set -> scope.contains(set.legalEntity()))
                .map(CreditPolicyResource::of)
                .toList(), policy -> List.of(policy.legalEntity().value(), "%09d".formatted(policy.version())), paging);
    }
}
