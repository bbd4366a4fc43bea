package io.receivables.query.collectionqueue;

import io.receivables.events.account.DebtorClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.CollectionRules;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.CreditPolicyVersions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How long claims can be brought to court, of each legal entity and class of debtors that a policy says it of. */
record LimitationTerms(List<Term> terms) {

    /** @param alertDays before the last day from which a claim is on the worklist */
    private record Term(String legalEntity, String debtorClass, int years, int judgmentYears, int alertDays) {}

    static LimitationTerms of(Collection<LegalEntityId> entities, CreditPolicyVersions policies, AsOf asOf) {
        var terms = new ArrayList<Term>();
        for (var entity : entities) {
            var policy = policies.inForce(entity, asOf).orElse(null);
            var rules = CollectionRules.orDefault(
                    policy == null || policy.rules() == null ? null : policy.rules().collections());
            for (var one : DebtorClass.values()) {
                rules.limitationOf(one)
                        .ifPresent(term -> terms.add(new Term(entity.value(), one.name(), term.years(),
                                term.yearsFromJudgment(), rules.alertDays())));
            }
        }
        return new LimitationTerms(List.copyOf(terms));
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** What falls due later cannot be near its limit; a day more, for what falls due on 29 February lapses on the 28th. */
    Map<String, @Nullable Object> parameters(AsOf asOf) {
        int fewest = terms.stream().mapToInt(Term::years).min().orElse(0);
        int longest = terms.stream().mapToInt(Term::alertDays).max().orElse(0);
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("dueUntil", asOf.asAt().plusDays(longest).minusYears(fewest).plusDays(1));
        parameters.put("termEntities", texts(Term::legalEntity));
        parameters.put("termClasses", texts(Term::debtorClass));
        parameters.put("termYears", numbers(Term::years));
        parameters.put("termJudgmentYears", numbers(Term::judgmentYears));
        parameters.put("termAlertDays", numbers(Term::alertDays));
        return parameters;
    }

    private String[] texts(Function<Term, String> part) {
        return terms.stream().map(part).toArray(String[]::new);
    }

    private Integer[] numbers(ToIntFunction<Term> part) {
        return terms.stream().mapToInt(part).boxed().toArray(Integer[]::new);
    }
}
