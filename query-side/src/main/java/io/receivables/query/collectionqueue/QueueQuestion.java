package io.receivables.query.collectionqueue;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.RiskClass;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.AsOf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A worklist as it is answered, every default filled in.
 *
 * @param visible the legal entities of the scope
 * @param now whether nothing moved after the cut, so that open items tell what was open then
 * @param currency null for all
 * @param owner null for all
 * @param risks the classes of risk of accounts, where they are asked for; one that is left out has too little history
 * @param days how long an item is "new" after its due date
 */
record QueueQuestion(Scope scope, List<LegalEntityId> visible, AsOf asOf, boolean now, ClassFilter of,
        @Nullable String currency,
        @Nullable String owner, boolean includeSnoozed, int days, LossRates rates,
        Map<String, RiskClass> risks) {

    RiskClass risk(String accountId) {
        return risks.getOrDefault(accountId, RiskClass.NOT_ENOUGH_HISTORY);
    }

    /** For every statement; one that does not name a parameter leaves it out. */
    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>(rates.parameters());
        parameters.put("all", scope.all());
        parameters.put("entities", scope.entities());
        parameters.put("asAt", asOf.asAt());
        parameters.put("known", asOf.position());
        parameters.put("currency", currency);
        parameters.put("owner", owner);
        parameters.put("includeSnoozed", includeSnoozed);
        parameters.put("freshFrom", asOf.asAt().minusDays(days));
        parameters.put("riskAccounts", risks.keySet().toArray(new String[0]));
        parameters.put("riskNames", risks.values().stream().map(RiskClass::name).toArray(String[]::new));
        return parameters;
    }
}
