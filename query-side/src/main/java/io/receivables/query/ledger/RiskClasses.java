package io.receivables.query.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.RiskClass;
import io.receivables.events.policy.RiskRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The classes of risk of accounts, at any date, as known on any day, by the policy that is valid at the date. */
public class RiskClasses {

    private final JdbcClient jdbc;
    private final PaymentBehaviours behaviours;
    private final CreditPolicyVersions policies;

    RiskClasses(JdbcClient jdbc, PaymentBehaviours behaviours, CreditPolicyVersions policies) {
        this.jdbc = jdbc;
        this.behaviours = behaviours;
        this.policies = policies;
    }

    /**
     * By which rules an account is judged.
     *
     * @param policyVersion null where no policy is valid
     */
    public record Rules(RiskRules rules, @Nullable Integer policyVersion) {}

    /** Of accounts of any legal entities; each of them has a class. */
    public Map<String, RiskClass> of(Collection<String> accounts, AsOf asOf) {
        var classes = new HashMap<String, RiskClass>();
        if (accounts.isEmpty()) {
            return classes;
        }
        var behaved = behaviours.riskFigures(accounts, asOf);
        jdbc.sql("select legal_entity, account_id from ledger.account where account_id = any(:ids)")
                .param("ids", accounts.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())))
                .forEach((entity, ids) -> {
                    var rules = rules(entity, asOf).rules();
                    ids.forEach(id -> classes.put(id, assess(behaved.get(id), rules).riskClass()));
                });
        return classes;
    }

    /** Of all accounts of a legal entity; one that is left out has too little history. */
    public Map<String, RiskClass> ofEntity(String entity, AsOf asOf) {
        var rules = rules(entity, asOf).rules();
        var classes = new HashMap<String, RiskClass>();
        behaviours.riskFiguresOfEntity(entity, asOf)
                .forEach((id, it) -> classes.put(id, assess(it, rules).riskClass()));
        return classes;
    }

    public Rules rules(String entity, AsOf asOf) {
        return policies.inForce(new LegalEntityId(entity), asOf)
                .map(policy -> new Rules(RiskRules.orDefault(policy.rules()), policy.version()))
                .orElseGet(() -> new Rules(RiskRules.DEFAULT, null));
    }

    /** @param figures null: the account has settled nothing and owes nothing late */
    public static RiskAssessment assess(@Nullable RiskFigures figures, RiskRules rules) {
        return figures == null ? RiskAssessment.ofNothing(rules) : RiskAssessment.of(figures, rules);
    }
}
