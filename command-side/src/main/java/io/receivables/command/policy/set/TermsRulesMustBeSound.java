package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.policy.TermsRules;
import io.receivables.platform.problem.ProblemCode;

/** Holidays are a short list. */
final class TermsRulesMustBeSound {

    private TermsRulesMustBeSound() {}

    private static final int MOST_HOLIDAYS = 1_000;

    static void check(TermsRules rules) {
        if (rules.holidays() != null && rules.holidays().size() > MOST_HOLIDAYS) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/terms/holidays",
                    "at most " + MOST_HOLIDAYS + " holidays are accepted, not " + rules.holidays().size());
        }
    }
}
