package io.receivables.query.ledger;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.CreditPolicySet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The versions of credit policies. There are few, so they are read from their history each time. */
public class CreditPolicyVersions {

    /** The latest date, and of it the highest version, is valid: see {@link CreditPolicySet}. */
    private static final Comparator<CreditPolicySet> LATEST = Comparator.comparing(CreditPolicySet::validFrom)
            .thenComparing(CreditPolicySet::version);

    private final History history;

    CreditPolicyVersions(History history) {
        this.history = history;
    }

    /** The version that judges what is dated as at the cut, of those that were known by then. */
    public Optional<CreditPolicySet> inForce(LegalEntityId entity, AsOf asOf) {
        return inForce(history.of("CreditPolicy", List.of(entity.value()), asOf)
                .getOrDefault(entity.value(), List.of())
                .stream()
                .map(fact -> (CreditPolicySet) fact.event())
                .toList(), asOf.asAt());
    }

    /** Every version that was known, whatever its date, in the order in which they were set. */
    public List<CreditPolicySet> all(long position) {
        return history.ofType("CreditPolicy", position).stream().map(fact -> (CreditPolicySet) fact.event()).toList();
    }

    /** @param versions of one legal entity */
    public static Optional<CreditPolicySet> inForce(List<CreditPolicySet> versions, LocalDate date) {
        return versions.stream().filter(set -> !set.validFrom().isAfter(date)).max(LATEST);
    }
}
