package io.receivables.query.creditgroup;

import io.receivables.events.creditgroup.CreditGroupEvent;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CreditGroupResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.StreamKey;
import org.springframework.stereotype.Service;

/** Answers the limits of a credit group; what its accounts owe is in the exposure of each of them. */
@Service
@SnapshotRead
public class GetCreditGroup {

    private final History history;
    private final AsOfResolver resolver;

    GetCreditGroup(History history, AsOfResolver resolver) {
        this.history = history;
        this.resolver = resolver;
    }

    /** @throws Refusal CREDIT_GROUP_NOT_FOUND, also when the actor may not see its legal entity */
    public CreditGroupResource handle(CreditGroupId id, AsOfRequest request) {
        var asOf = resolver.resolve(request, Scope.of(null));
        var facts = history.of(StreamKey.of(id), asOf);
        if (facts.isEmpty() || !Scope.isVisible(facts.getFirst().legalEntity())) {
            throw new Refusal(ProblemCode.CREDIT_GROUP_NOT_FOUND, "there is no credit group " + id);
        }
        return CreditGroupResource.of(facts.stream().map(fact -> (CreditGroupEvent) fact.event()).toList(),
                facts.size(), asOf.position());
    }
}
