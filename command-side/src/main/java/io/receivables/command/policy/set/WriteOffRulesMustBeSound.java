package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.policy.WriteOffRules;
import io.receivables.platform.problem.ProblemCode;

/** A list of accepted reasons accepts something. */
final class WriteOffRulesMustBeSound {

    private WriteOffRulesMustBeSound() {}

    static void check(WriteOffRules rules) {
        if (rules.reasons() != null && rules.reasons().isEmpty()) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/writeOffs/reasons", "at least one reason is expected");
        }
    }
}
