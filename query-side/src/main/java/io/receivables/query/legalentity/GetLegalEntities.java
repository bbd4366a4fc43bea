package io.receivables.query.legalentity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

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
import io.receivables.query.ledger.CreditPolicyVersions;
import io.receivables.query.ledger.LegalEntities;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers which companies keep their receivables here, and by which policies. */
@Service
@SnapshotRead
public class GetLegalEntities {

    private final LegalEntities entities;
    private final CreditPolicyVersions policies;
    private final AsOfResolver resolver;

    GetLegalEntities(LegalEntities entities, CreditPolicyVersions policies, AsOfResolver resolver) {
        this.entities = entities;
        this.policies = policies;
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

    /**
     * Every version that was known, by legal entity in the order in which they were set, whatever its date; of each entity
     * one at most is in force as at the date.
     */
    public Page<CreditPolicyResource> policies(@Nullable String legalEntity, AsOfRequest request, Paging paging) {
        var scope = Scope.of(legalEntity);
        var byEntity = policies.all(resolver.known(request.asKnown()).position())
                .stream()
                .filter(set -> scope.contains(set.legalEntity()))
                .collect(groupingBy(CreditPolicySet::legalEntity, LinkedHashMap::new, toList()));
        return Page.of(byEntity.entrySet().stream().flatMap(entry -> {
            var date = resolver.resolve(request, entry.getKey()).asAt();
            var valid = CreditPolicyVersions.inForce(entry.getValue(), date).orElse(null);
            return entry.getValue().stream().map(set -> CreditPolicyResource.of(set, set.equals(valid)));
        }).toList(), policy -> List.of(policy.legalEntity().value(), "%09d".formatted(policy.version())), paging);
    }
}
