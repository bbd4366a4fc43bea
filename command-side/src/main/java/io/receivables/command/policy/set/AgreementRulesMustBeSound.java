package io.receivables.command.policy.set;

import io.receivables.events.policy.AgreementRules;

/** Days that can be waited. */
final class AgreementRulesMustBeSound {

    private AgreementRulesMustBeSound() {}

    private static final int MOST_DAYS = 3_650;

    static void check(AgreementRules rules) {
        if (rules.promiseGraceDays() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.promiseGraceDays(), 0, MOST_DAYS,
                    "/agreements/promiseGraceDays");
        }
    }
}
