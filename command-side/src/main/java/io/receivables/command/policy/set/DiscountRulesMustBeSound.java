package io.receivables.command.policy.set;

import io.receivables.events.policy.DiscountRules;

/** A grace that is a number of days. */
final class DiscountRulesMustBeSound {

    private DiscountRulesMustBeSound() {}

    private static final int LONGEST_GRACE_DAYS = 365;

    static void check(DiscountRules rules) {
        if (rules.graceDays() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.graceDays(), 0, LONGEST_GRACE_DAYS, "/discounts/graceDays");
        }
    }
}
