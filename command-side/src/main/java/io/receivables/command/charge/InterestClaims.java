package io.receivables.command.charge;

import io.receivables.command.charge.ChargePlan.Reason;
import io.receivables.command.charge.ChargePlanner.Task;
import io.receivables.command.invoice.ClaimedCharge;
import io.receivables.events.charge.ChargeCalculation;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.InterestPeriod;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.money.Money;
import io.receivables.events.policy.InterestRules;
import io.receivables.events.policy.LateChargeRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The claims of interest on one invoice are a chain: each one covers the days after the one before it, and carries over what
 * that one has rounded away, so that all together are rounded once. Each stays under the policy version of its own date.
 * One that comes out otherwise by what is known now, a payment that was recorded late, a rate that was set again or a dispute
 * that has ended, is reversed and claimed anew for the same days; it is never edited.
 */
final class InterestClaims {

    private final ChargePlanner planner;
    private final Task task;
    /** The last day for which interest is claimed. */
    private LocalDate covered;
    private BigDecimal carried = BigDecimal.ZERO;

    InterestClaims(ChargePlanner planner, Task task) {
        this.planner = planner;
        this.task = task;
        // What another ledger had open came with the claims that it had made: here interest begins at the cut-over.
        this.covered = task.issued().opening() == null ? LocalDate.MIN : task.issued().effectiveDate();
    }

    private record Link(LateChargeClaimed claim, boolean givenUp) {

        /** A given amount is for all days up to its own. */
        LocalDate until() {
            return claim.calculation() == null ? claim.effectiveDate() : claim.calculation().until();
        }
    }

    void plan() {
        task.invoice()
                .ask(it -> it.charges(ChargeKind.INTEREST))
                .stream()
                .map(this::link)
                .sorted(Comparator.comparing(Link::until))
                .forEach(this::check);
        var rules = task.rules();
        if (rules != null && rules.interest() != null && task.lateness().isLate()) {
            claimNew(rules, rules.interest());
        }
    }

    private Link link(ClaimedCharge charge) {
        return new Link(planner.claimed(charge.chargeId()), charge.givenUp());
    }

    private void check(Link link) {
        var claim = link.claim();
        var calculation = claim.calculation();
        if (calculation != null && !link.givenUp()) {
            check(claim, calculation);
        }
        covered = link.until().isAfter(covered) ? link.until() : covered;
    }

    private void check(LateChargeClaimed claim, ChargeCalculation calculation) {
        var carriedThen = Objects.requireNonNull(calculation.carriedOver());
        var version = Objects.requireNonNull(claim.policyVersion());
        var rules = planner.rulesOf(task, claim, calculation);
        var interest = Objects.requireNonNull(rules.interest());
        var periods = periods(rules, interest, calculation.until());
        var amount = Interest.rounded(carriedThen.add(Interest.sum(periods)), claim.amount());
        carried = carriedThen.add(Interest.sum(calculation.periods())).subtract(claim.amount().amount());
        if (amount.equals(claim.amount()) || claim.effectiveDate().isAfter(task.asAt())) {
            return;
        }
        if (!planner.isUntouched(claim.chargeId(), task.asAt())) {
            task.plan()
                    .skip(ChargeKind.INTEREST, Reason.CHARGE_SETTLED, "late charge " + claim.chargeId() + " over "
                            + claim.amount() + " is " + amount + " by what is known now, and money stands against it");
            return;
        }
        task.plan().reverse(claim.chargeId(), claim.amount(), amount);
        carried = carriedThen.add(Interest.sum(periods)).subtract(amount.amount());
        if (amount.isPositive()) {
            task.plan()
                    .claim(task.claim(ChargeKind.INTEREST, amount, version, new ChargeCalculation(
                            calculation.rule(), calculation.dayCount(), calculation.until(), calculation.daysPastDue(),
                            periods, carriedThen, calculation.source(), calculation.debtorClass()), claim.chargeId()));
        }
    }

    private void claimNew(LateChargeRules rules, InterestRules interest) {
        // An agreed rate is agreed whatever the claim is for; the statutory one is not.
        if (interest.annualPercent() == null && !task.isTrade(ChargeKind.INTEREST)) {
            return;
        }
        var periods = periods(rules, interest, task.asAt());
        if (periods.isEmpty()) {
            task.waitsForDispute(ChargeKind.INTEREST, rules);
            return;
        }
        if (!task.isClaimable(ChargeKind.INTEREST, rules, null)) {
            return;
        }
        var amount = Interest.rounded(carried.add(Interest.sum(periods)), task.issued().total());
        if (isBelow(amount, rules.minimumAmount())) {
            task.plan()
                    .skip(ChargeKind.INTEREST, Reason.BELOW_MINIMUM,
                            amount + " is below the least amount that is claimed");
            return;
        }
        task.plan()
                .claim(task.claim(ChargeKind.INTEREST, amount, task.policy().version(), new ChargeCalculation(
                        ruleOf(interest, periods), interest.dayCountOrDefault(), task.asAt(), task.lateness().days(),
                        periods, carried, interest.source(), task.otherClass()), null));
    }

    private List<InterestPeriod> periods(LateChargeRules rules, InterestRules interest, LocalDate until) {
        return new Interest(new InterestRates(interest, planner.rates()), interest.dayCountOrDefault())
                .periods(task.principals(until, rules), covered, until);
    }

    private static boolean isBelow(Money amount, @Nullable Money minimum) {
        return !amount.isPositive() || minimum != null && minimum.currency().equals(amount.currency())
                && minimum.isGreaterThan(amount);
    }

    private static String ruleOf(InterestRules interest, List<InterestPeriod> periods) {
        boolean raised = periods.stream()
                .anyMatch(period -> period.reference() != null && period.reference().floor() != null);
        return raised ? "FLOOR" : interest.annualPercent() != null ? "CONTRACTUAL" : "REFERENCE";
    }
}
