package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.policy.FeeScale;
import io.receivables.events.policy.FeeStep;
import io.receivables.events.policy.InterestRules;
import io.receivables.events.policy.LateChargeRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Charges that can be computed. */
final class LateChargeRulesMustBeSound {

    private static final String INTEREST = "/lateCharges/interest";
    private static final String SCALE = "/lateCharges/scale";
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_STEPS = 50;

    private LateChargeRulesMustBeSound() {}

    static void check(LateChargeRules rules, Currency base) {
        if (rules.fixedIndemnity() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.fixedIndemnity(), base, "/lateCharges/fixedIndemnity");
        }
        if (rules.minimumAmount() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.minimumAmount(), base, "/lateCharges/minimumAmount");
        }
        if (rules.graceDays() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.graceDays(), 0, MOST_DAYS, "/lateCharges/graceDays");
        }
        if (rules.interest() != null) {
            check(rules.interest());
        }
        if (rules.scale() != null) {
            check(rules.scale(), base);
        }
    }

    private static void check(InterestRules rules) {
        if ((rules.annualPercent() == null) == (rules.reference() == null)) {
            throw invalid(INTEREST, "either annualPercent or reference is expected");
        }
        if (rules.annualPercent() != null && rules.marginPoints() != null) {
            throw invalid(INTEREST + "/marginPoints", "points are added to a reference, not to an agreed rate");
        }
        requireNotNegative(rules.annualPercent(), INTEREST + "/annualPercent");
        requireNotNegative(rules.marginPoints(), INTEREST + "/marginPoints");
        if (rules.floor() != null) {
            requireNotNegative(rules.floor().multiple(), INTEREST + "/floor/multiple");
        }
    }

    private static void check(FeeScale scale, Currency base) {
        requireOnly(scale.amount() != null, scale.kind() != FeeScale.Kind.TIERED, "/amount");
        requireOnly(scale.steps() != null, scale.kind() == FeeScale.Kind.TIERED, "/steps");
        requireOnly(scale.step() != null, scale.kind() == FeeScale.Kind.PROGRESSIVE, "/step");
        requireOnly(scale.periodDays() != null, scale.kind() == FeeScale.Kind.PROGRESSIVE, "/periodDays");
        requireNotNegative(scale.amount(), base, SCALE + "/amount");
        requireNotNegative(scale.step(), base, SCALE + "/step");
        requireNotNegative(scale.cap(), base, SCALE + "/cap");
        if (scale.periodDays() != null) {
            PolicyRulesMustBeSound.requireBetween(scale.periodDays(), 1, MOST_DAYS, SCALE + "/periodDays");
        }
        if (scale.steps() != null) {
            check(scale.steps(), base);
        }
    }

    private static void check(List<FeeStep> steps, Currency base) {
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw invalid(SCALE + "/steps", "1 to " + MOST_STEPS + " steps are expected, not " + steps.size());
        }
        int before = 0;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var pointer = SCALE + "/steps/" + i;
            PolicyRulesMustBeSound.requireBetween(step.fromDays(), before + 1, MOST_DAYS, pointer + "/fromDays");
            before = step.fromDays();
            if ((step.amount() == null) == (step.percent() == null)) {
                throw invalid(pointer, "either amount or percent is expected");
            }
            requireNotNegative(step.amount(), base, pointer + "/amount");
            requireNotNegative(step.percent(), pointer + "/percent");
        }
    }

    private static void requireOnly(boolean given, boolean expected, String field) {
        if (given != expected) {
            throw invalid(SCALE + field, expected ? "the scale needs it" : "the scale has no use for it");
        }
    }

    private static void requireNotNegative(@Nullable Money amount, Currency base, String pointer) {
        if (amount != null) {
            PolicyRulesMustBeSound.requireNotNegative(amount, base, pointer);
        }
    }

    private static void requireNotNegative(@Nullable Percentage percent, String pointer) {
        if (percent != null && percent.value().signum() < 0) {
            throw Amounts.refusal(ProblemCode.PERCENTAGE_INVALID, pointer, percent + " is below zero");
        }
    }

    private static Refusal invalid(String pointer, String detail) {
        return Amounts.refusal(ProblemCode.VALUE_INVALID, pointer, detail);
    }
}
