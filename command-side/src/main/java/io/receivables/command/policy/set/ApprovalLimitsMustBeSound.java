package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.money.Money;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.ApprovalStep;
import io.receivables.platform.identity.Role;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** The approval matrix has somebody for every amount: bounds rise, and the last step has none. */
final class ApprovalLimitsMustBeSound {

    private static final Set<String> APPROVERS = Set.of(Role.CREDIT_MANAGER.code(), Role.CONTROLLER.code());
    private static final int MOST_STEPS = 20;

    private ApprovalLimitsMustBeSound() {}

    static void check(ApprovalLimits limits, Currency base) {
        Amounts.requireCurrency(base, limits.writeOffLimit(), "/approvals/writeOffLimit");
        Amounts.requireCurrency(base, limits.refundLimit(), "/approvals/refundLimit");
        if (limits.creditWriteOffLimit() != null) {
            PolicyRulesMustBeSound.requireNotNegative(limits.creditWriteOffLimit(), base,
                    "/approvals/creditWriteOffLimit");
        }
        if (limits.steps() != null) {
            check(limits.steps(), base);
        }
    }

    private static void check(List<ApprovalStep> steps, Currency base) {
        PolicyRulesMustBeSound.requireBetween(steps.size(), 1, MOST_STEPS, "/approvals/steps");
        Money previous = Money.zero(base);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var pointer = "/approvals/steps/" + i;
            if (step.role() != null && !APPROVERS.contains(step.role())) {
                throw invalid(pointer + "/role", step.role() + " is none of the roles that approve: "
                        + String.join(", ", APPROVERS.stream().sorted().toList()));
            }
            if (step.approvers() != null) {
                PolicyRulesMustBeSound.requireBetween(step.approvers(), 1, 2, pointer + "/approvers");
            }
            previous = bound(step, i == steps.size() - 1, previous, base, pointer + "/upTo");
        }
    }

    private static Money bound(ApprovalStep step, boolean last, Money previous, Currency base, String pointer) {
        var upTo = step.upTo();
        if (last != (upTo == null)) {
            throw invalid(pointer, last
                    ? "the last step holds for every greater amount and has no bound"
                    : "each step but the last one has a bound");
        }
        if (upTo == null) {
            return previous;
        }
        Amounts.requireCurrency(base, upTo, pointer);
        if (!upTo.isGreaterThan(previous)) {
            throw invalid(pointer, upTo + " is not above the " + previous + " before it");
        }
        return upTo;
    }

    private static Refusal invalid(String pointer, String detail) {
        return Amounts.refusal(ProblemCode.VALUE_INVALID, pointer, detail);
    }
}
