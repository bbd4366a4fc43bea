package io.receivables.command.invoice;

import static java.util.stream.Collectors.joining;

import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.ReliefGrounds;
import io.receivables.events.money.Money;
import io.receivables.events.policy.WriteOffRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Arrays;

/** A write-off has one of the accepted reasons, its evidence, and tax relief its grounds. */
final class WriteOffBringsWhatThePolicyAsks {

    private WriteOffBringsWhatThePolicyAsks() {}

    static void check(WriteOffClaim claim, Money amount, WriteOffRules rules) {
        var reasons = rules.reasons();
        if (reasons != null && !reasons.contains(claim.reason())) {
            throw Amounts.refusal(ProblemCode.REASON_NOT_ALLOWED, "/reason", "\"" + claim.reason()
                    + "\" is none of the reasons that the policy accepts: " + String.join(", ", reasons));
        }
        if (claim.taxRelief() && claim.grounds() == null && Boolean.TRUE.equals(rules.reliefNeedsGrounds())) {
            throw Amounts.refusal(ProblemCode.RELIEF_GROUNDS_MISSING, "/grounds",
                    "tax relief on " + amount + " needs one of the grounds "
                            + Arrays.stream(ReliefGrounds.values()).map(Enum::name).collect(joining(", ")));
        }
        if (claim.evidence().isEmpty()) {
            requireNoneNeeded(claim, amount, rules);
        }
    }

    private static void requireNoneNeeded(WriteOffClaim claim, Money amount, WriteOffRules rules) {
        if (claim.taxRelief() && Boolean.TRUE.equals(rules.evidenceForTaxRelief())) {
            throw missing("tax relief on " + amount + " needs evidence");
        }
        var free = rules.evidenceAbove();
        // The bound is in the base currency: an amount in another one is never below it.
        if (free != null && (!free.currency().equals(amount.currency()) || amount.isGreaterThan(free))) {
            throw missing("a write-off of " + amount + " needs evidence; up to " + free + " none is needed");
        }
    }

    private static Refusal missing(String detail) {
        return Amounts.refusal(ProblemCode.EVIDENCE_MISSING, "/evidence", detail);
    }
}
