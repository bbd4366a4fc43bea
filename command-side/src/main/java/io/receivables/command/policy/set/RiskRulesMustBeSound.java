package io.receivables.command.policy.set;

import io.receivables.events.policy.RiskRules;

/** Thresholds that a history can reach. */
final class RiskRulesMustBeSound {

    private RiskRulesMustBeSound() {}

    private static final int MOST_INVOICES = 1_000;

    static void check(RiskRules rules) {
        if (rules.minimumSettled() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.minimumSettled(), 1, MOST_INVOICES, "/risk/minimumSettled");
        }
    }
}
