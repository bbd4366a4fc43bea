package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.policy.DebtorClassCharges;
import io.receivables.events.policy.FeeScale;
import io.receivables.events.policy.FeeStep;
import io.receivables.events.policy.InterestRules;
import io.receivables.events.policy.LateChargeRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Charges that can be computed. */
final class LateChargeRulesMustBeSound {

    private static final String SECTION = "/lateCharges";
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_STEPS = 50;
    private static final int MOST_SCALES = 10;

    private LateChargeRulesMustBeSound() {}

    static void check(LateChargeRules rules, Currency base) {
        check(rules, base, SECTION);
        if (rules.debtorClasses() != null) {
            checkClasses(rules.debtorClasses(), base, SECTION + "/debtorClasses");
        }
    }

    private static void checkClasses(List<DebtorClassCharges> classes, Currency base, String pointer) {
        var seen = EnumSet.noneOf(DebtorClass.class);
        for (int i = 0; i < classes.size(); i++) {
            var charges = classes.get(i);
            if (!seen.add(charges.debtorClass())) {
                throw invalid(pointer + "/" + i + "/debtorClass", charges.debtorClass() + " has rules already");
            }
            check(charges.rules(null), base, pointer + "/" + i);
        }
    }

    private static void check(LateChargeRules rules, Currency base, String pointer) {
        if (rules.fixedIndemnity() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.fixedIndemnity(), base, pointer + "/fixedIndemnity");
        }
        if (rules.minimumAmount() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.minimumAmount(), base, pointer + "/minimumAmount");
        }
        if (rules.graceDays() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.graceDays(), 0, MOST_DAYS, pointer + "/graceDays");
        }
        if (rules.interest() != null) {
            check(rules.interest(), pointer + "/interest");
        }
        if (rules.scale() != null) {
            check(rules.scale(), base, pointer + "/scale");
        }
        if (rules.scales() != null) {
            checkScales(rules, rules.scales(), base, pointer + "/scales");
        }
    }

    private static void checkScales(LateChargeRules rules, List<FeeScale> scales, Currency base, String pointer) {
        if (rules.scale() != null) {
            throw invalid(pointer, "either scale or scales, not both");
        }
        if (scales.isEmpty() || scales.size() > MOST_SCALES) {
            throw invalid(pointer, "1 to " + MOST_SCALES + " scales are expected, not " + scales.size());
        }
        for (int i = 0; i < scales.size(); i++) {
            check(scales.get(i), base, pointer + "/" + i);
        }
    }

    private static void check(InterestRules rules, String pointer) {
        if ((rules.annualPercent() == null) == (rules.reference() == null)) {
            throw invalid(pointer, "either annualPercent or reference is expected");
        }
        if (rules.annualPercent() != null && rules.marginPoints() != null) {
            throw invalid(pointer + "/marginPoints", "points are added to a reference, not to an agreed rate");
        }
        requireNotNegative(rules.annualPercent(), pointer + "/annualPercent");
        requireNotNegative(rules.marginPoints(), pointer + "/marginPoints");
        if (rules.floor() != null) {
            requireNotNegative(rules.floor().multiple(), pointer + "/floor/multiple");
        }
    }

    private static void check(FeeScale scale, Currency base, String pointer) {
        requireOnly(scale.amount() != null, scale.kind() != FeeScale.Kind.TIERED, pointer + "/amount");
        requireOnly(scale.steps() != null, scale.kind() == FeeScale.Kind.TIERED, pointer + "/steps");
        requireOnly(scale.step() != null, scale.kind() == FeeScale.Kind.PROGRESSIVE, pointer + "/step");
        requireOnly(scale.periodDays() != null, scale.kind() == FeeScale.Kind.PROGRESSIVE, pointer + "/periodDays");
        requireNotNegative(scale.amount(), base, pointer + "/amount");
        requireNotNegative(scale.step(), base, pointer + "/step");
        requireNotNegative(scale.cap(), base, pointer + "/cap");
        if (scale.periodDays() != null) {
            PolicyRulesMustBeSound.requireBetween(scale.periodDays(), 1, MOST_DAYS, pointer + "/periodDays");
        }
        if (scale.steps() != null) {
            checkSteps(scale.steps(), base, pointer + "/steps");
        }
    }

    private static void checkSteps(List<FeeStep> steps, Currency base, String section) {
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw invalid(section, "1 to " + MOST_STEPS + " steps are expected, not " + steps.size());
        }
        int before = 0;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var pointer = section + "/" + i;
            PolicyRulesMustBeSound.requireBetween(step.fromDays(), before + 1, MOST_DAYS, pointer + "/fromDays");
            before = step.fromDays();
            if ((step.amount() == null) == (step.percent() == null)) {
                throw invalid(pointer, "either amount or percent is expected");
            }
            requireNotNegative(step.amount(), base, pointer + "/amount");
            requireNotNegative(step.percent(), pointer + "/percent");
        }
    }

    private static void requireOnly(boolean given, boolean expected, String pointer) {
        if (given != expected) {
            throw invalid(pointer, expected ? "the scale needs it" : "the scale has no use for it");
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
