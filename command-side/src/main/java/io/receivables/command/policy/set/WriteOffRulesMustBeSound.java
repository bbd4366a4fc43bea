package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.policy.WriteOffRules;
import io.receivables.platform.problem.ProblemCode;
import java.util.Currency;

/** What write-offs must bring can be brought, and what is said of them says the amounts. */
final class WriteOffRulesMustBeSound {

    private WriteOffRulesMustBeSound() {}

    private static final int LONGEST_YEARS = 100;

    static void check(WriteOffRules rules, Currency base) {
        if (rules.reasons() != null && rules.reasons().isEmpty()) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/writeOffs/reasons", "at least one reason is expected");
        }
        if (rules.evidenceAbove() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.evidenceAbove(), base, "/writeOffs/evidenceAbove");
        }
        if (rules.smallCredit() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.smallCredit(), base, "/writeOffs/smallCredit");
        }
        if (rules.unclaimedCreditYears() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.unclaimedCreditYears(), 1, LONGEST_YEARS,
                    "/writeOffs/unclaimedCreditYears");
        }
        var mention = rules.reliefMention();
        if (mention != null && !(mention.contains("{net}") && mention.contains("{tax}"))) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/writeOffs/reliefMention",
                    "the mention tells both amounts: {net} and {tax} are expected in it");
        }
    }
}
