package io.receivables.command.policy.set;

import io.receivables.events.policy.LateChargeRules;
import java.util.Currency;

/** Charges that can be computed. */
final class LateChargeRulesMustBeSound {

    private LateChargeRulesMustBeSound() {}

    static void check(LateChargeRules rules, Currency base) {
        if (rules.fixedIndemnity() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.fixedIndemnity(), base, "/lateCharges/fixedIndemnity");
        }
    }
}
