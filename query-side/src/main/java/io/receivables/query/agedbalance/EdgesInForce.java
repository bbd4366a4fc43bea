package io.receivables.query.agedbalance;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.PolicyRules;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.CreditPolicyVersions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which buckets a question is answered in: those it names, else those of the credit policy, else the usual ones. */
@Component
public class EdgesInForce {

    private final CreditPolicyVersions policies;

    EdgesInForce(CreditPolicyVersions policies) {
        this.policies = policies;
    }

    /** @param policyVersion the version that the edges were taken from; null where they were not taken from a policy */
    public record Chosen(Edges edges, @Nullable Integer policyVersion) {}

    public Chosen of(@Nullable String named, LegalEntityId entity, AsOf asOf) {
        if (named != null) {
            return new Chosen(Edges.parse(named), null);
        }
        var policy = policies.inForce(entity, asOf).orElse(null);
        var edges = policy == null ? null : edges(policy.rules());
        return policy == null || edges == null
                ? new Chosen(Edges.USUAL, null)
                : new Chosen(new Edges(edges), policy.version());
    }

    private static @Nullable List<Integer> edges(@Nullable PolicyRules rules) {
        return rules == null ? null : rules.edges();
    }
}
