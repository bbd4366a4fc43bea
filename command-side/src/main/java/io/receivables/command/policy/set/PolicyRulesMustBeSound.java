package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.money.Money;
import io.receivables.events.policy.PolicyRules;
import io.receivables.platform.problem.ProblemCode;
import java.util.Currency;

/** A policy that could not be applied is refused when it is set, not when the first decision meets it. */
final class PolicyRulesMustBeSound {

    private PolicyRulesMustBeSound() {}

    /** @param base the currency of the legal entity, which amounts are in */
    static void check(PolicyRules rules, Currency base) {
        if (rules.terms() != null) {
            TermsRulesMustBeSound.check(rules.terms());
        }
        if (rules.credit() != null) {
            CreditRulesMustBeSound.check(rules.credit(), base);
        }
        if (rules.discounts() != null) {
            DiscountRulesMustBeSound.check(rules.discounts());
        }
        if (rules.allocationOrder() != null) {
            AllocationOrderMustBeSound.check(rules.allocationOrder());
        }
        if (rules.agreements() != null) {
            AgreementRulesMustBeSound.check(rules.agreements(), base);
        }
        if (rules.collections() != null) {
            CollectionRulesMustBeSound.check(rules.collections());
        }
        if (rules.allowance() != null) {
            AllowanceRulesMustBeSound.check(rules.allowance(), rules);
        }
        if (rules.risk() != null) {
            RiskRulesMustBeSound.check(rules.risk());
        }
        if (rules.tolerance() != null) {
            requireNotNegative(rules.tolerance(), base, "/tolerance");
        }
        if (rules.lateCharges() != null) {
            LateChargeRulesMustBeSound.check(rules.lateCharges(), base);
        }
        if (rules.dunning() != null) {
            DunningRulesMustBeSound.check(rules.dunning(), base);
        }
        if (rules.writeOffs() != null) {
            WriteOffRulesMustBeSound.check(rules.writeOffs(), base);
        }
        if (rules.edges() != null) {
            EdgesMustRise.check(rules.edges());
        }
    }

    static void requireNotNegative(Money amount, Currency base, String pointer) {
        Amounts.requireCurrency(base, amount, pointer);
        if (amount.isNegative()) {
            throw Amounts.refusal(ProblemCode.AMOUNT_INVALID, pointer, amount + " is below zero");
        }
    }

    static void requireBetween(int value, int low, int high, String pointer) {
        if (value < low || value > high) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                    low + " to " + high + " is expected, not " + value);
        }
    }
}
