package io.receivables.command.policy.set;

import io.receivables.events.policy.CollectionRules;

/** Days that can be counted. */
final class CollectionRulesMustBeSound {

    private CollectionRulesMustBeSound() {}

    private static final int MOST_DAYS = 3_650;

    static void check(CollectionRules rules) {
        if (rules.limitationAlertDays() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.limitationAlertDays(), 0, MOST_DAYS,
                    "/collections/limitationAlertDays");
        }
    }
}
