package io.receivables.command.charge;

import io.receivables.command.charge.ChargePlan.Reason;
import io.receivables.command.charge.ChargePlanner.Task;
import io.receivables.command.invoice.ClaimedCharge;
import io.receivables.events.charge.ChargeCalculation;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.money.Money;
import io.receivables.events.policy.FeeScale;
import io.receivables.events.policy.LateChargeRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The claims of fees on one invoice are a chain like those of interest: each one brings what is claimed up to what the scales
 * give on its own day, under the policy version of that day. One that comes out lower by what is known now, because a
 * payment was recorded late, is reversed and claimed anew; it is never edited.
 */
final class FeeClaims {

    private final ChargePlanner planner;
    private final Task task;
    /** What stands of the claims up to here. */
    private Money standing;

    FeeClaims(ChargePlanner planner, Task task) {
        this.planner = planner;
        this.task = task;
        this.standing = Money.zero(task.issued().total().currency());
    }

    private record Link(LateChargeClaimed claim, ChargeCalculation calculation, boolean givenUp) {}

    void plan() {
        task.invoice()
                .ask(it -> it.charges(ChargeKind.FEE))
                .stream()
                .flatMap(charge -> Stream.ofNullable(link(charge)))
                .sorted(Comparator.comparing(it -> it.calculation().until()))
                .forEach(this::check);
        var rules = task.rules();
        if (rules != null && !rules.fees().isEmpty() && task.lateness().isLate()) {
            claimNew(rules);
        }
    }

    /** A fee that somebody gave is for something else than the scales. */
    private @Nullable Link link(ClaimedCharge charge) {
        var claim = planner.claimed(charge.chargeId());
        return claim.calculation() == null ? null : new Link(claim, claim.calculation(), charge.givenUp());
    }

    private void check(Link link) {
        var claim = link.claim();
        var calculation = link.calculation();
        var owed = owed(claim, calculation);
        if (link.givenUp() || !claim.amount().isGreaterThan(owed) || claim.effectiveDate().isAfter(task.asAt())) {
            standing = standing.plus(claim.amount());
            return;
        }
        if (!planner.isUntouched(claim.chargeId(), task.asAt())) {
            task.plan()
                    .skip(ChargeKind.FEE, Reason.CHARGE_SETTLED, "late charge " + claim.chargeId() + " over "
                            + claim.amount() + " is " + owed + " by what is known now, and money stands against it");
            standing = standing.plus(claim.amount());
            return;
        }
        task.plan().reverse(claim.chargeId(), claim.amount(), owed);
        if (owed.isPositive()) {
            task.plan()
                    .claim(task.claim(ChargeKind.FEE, owed, claim.policyVersion(), calculation, claim.chargeId()));
        }
        standing = standing.plus(owed);
    }

    /** What the claim would be over, had everything been known on its day. */
    private Money owed(LateChargeClaimed claim, ChargeCalculation calculation) {
        var rules = planner.rulesOf(task, claim, calculation);
        var principals = task.principals(calculation.until(), rules);
        var lateness = Lateness.of(principals, calculation.until());
        int grace = rules.graceDays() == null ? 0 : rules.graceDays();
        var left = total(rules.fees(), lateness).minus(standing);
        return left.isPositive() && lateness.days() > grace && !Lateness.isDisputed(principals, calculation.until())
                ? left
                : Money.zero(left.currency());
    }

    private void claimNew(LateChargeRules rules) {
        if (task.waitsForDispute(ChargeKind.FEE, rules)
                || !task.isClaimable(ChargeKind.FEE, rules, amountOf(rules.fees().getFirst()))) {
            return;
        }
        var fee = total(rules.fees(), task.lateness()).minus(standing);
        if (fee.isPositive()) {
            task.plan().claim(task.claim(ChargeKind.FEE, fee, task.policy().version(), calculation(rules), null));
        }
    }

    private ChargeCalculation calculation(LateChargeRules rules) {
        var names = rules.fees().stream().map(scale -> scale.kind().name()).collect(Collectors.joining("+"));
        return new ChargeCalculation(names, null, task.asAt(), task.lateness().days(), List.of(), null, rules.source(),
                task.otherClass());
    }

    private static @Nullable Money amountOf(FeeScale scale) {
        if (scale.steps() != null) {
            return scale.steps().getFirst().amount() != null ? scale.steps().getFirst().amount() : scale.cap();
        }
        return scale.amount() != null ? scale.amount() : scale.cap();
    }

    private static Money total(List<FeeScale> scales, Lateness lateness) {
        return scales.stream()
                .map(scale -> lateness.isLate()
                        ? Fees.of(scale, lateness.days(), lateness.principal())
                        : Money.zero(lateness.principal().currency()))
                .reduce(Money.zero(lateness.principal().currency()), Money::plus);
    }
}
