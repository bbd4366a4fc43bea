package io.receivables.command.policy.set;

import io.receivables.events.policy.AgreementRules;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Days that can be waited, and an amount of the base currency. */
final class AgreementRulesMustBeSound {

    private AgreementRulesMustBeSound() {}

    private static final int MOST_DAYS = 3_650;

    static void check(AgreementRules rules, Currency base) {
        requireDays(rules.promiseGraceDays(), "promiseGraceDays");
        requireDays(rules.disputeAnswerDays(), "disputeAnswerDays");
        requireDays(rules.planGraceDays(), "planGraceDays");
        requireDays(rules.noticeDays(), "noticeDays");
        if (rules.planTolerance() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.planTolerance(), base, "/agreements/planTolerance");
        }
    }

    private static void requireDays(@Nullable Integer days, String field) {
        if (days != null) {
            PolicyRulesMustBeSound.requireBetween(days, 0, MOST_DAYS, "/agreements/" + field);
        }
    }
}
