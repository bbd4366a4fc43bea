package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.policy.AllowanceRules;
import io.receivables.platform.problem.ProblemCode;
import java.math.BigDecimal;

/** Shares of a claim that can be lost: nothing to all of it. */
final class AllowanceRulesMustBeSound {

    private AllowanceRulesMustBeSound() {}

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    static void check(AllowanceRules rules) {
        var percent = rules.doubtfulPercent();
        if (percent != null && (percent.value().signum() < 0 || percent.value().compareTo(ALL) > 0)) {
            throw Amounts.refusal(ProblemCode.PERCENTAGE_INVALID, "/allowance/doubtfulPercent",
                    percent + " is not between 0 and 100");
        }
    }
}
