package io.receivables.command.policy.set;

import io.receivables.events.policy.CreditRules;
import java.util.Currency;

/** Rules of credit that can be applied. */
final class CreditRulesMustBeSound {

    private CreditRulesMustBeSound() {}

    static void check(CreditRules rules, Currency base) {}
}
