package io.receivables.command.policy.set;

import io.receivables.events.policy.CreditRules;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Rules of credit that can be applied. */
final class CreditRulesMustBeSound {

    private CreditRulesMustBeSound() {}

    private static final int LONGEST_DAYS = 3_650;

    /** @param base the currency that amounts are in */
    static void check(CreditRules rules, Currency base) {
        if (rules.limitApproval() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.limitApproval(), base, "/credit/limitApproval");
        }
        if (rules.overrideLimit() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.overrideLimit(), base, "/credit/overrideLimit");
        }
        requireDays(rules.directDebitFinalDays(), "/credit/directDebitFinalDays");
        requireDays(rules.chequeFinalDays(), "/credit/chequeFinalDays");
        requireDays(rules.holdOverdueDays(), "/credit/holdOverdueDays");
        if (rules.holdDunningLevel() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.holdDunningLevel(), 1, 99, "/credit/holdDunningLevel");
        }
    }

    private static void requireDays(@Nullable Integer days, String pointer) {
        if (days != null) {
            PolicyRulesMustBeSound.requireBetween(days, 0, LONGEST_DAYS, pointer);
        }
    }
}
