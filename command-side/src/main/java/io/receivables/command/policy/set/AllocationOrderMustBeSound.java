package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.policy.AllocationRule;
import io.receivables.platform.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;

/** Each rule is tried once. */
final class AllocationOrderMustBeSound {

    private AllocationOrderMustBeSound() {}

    static void check(List<AllocationRule> order) {
        if (new HashSet<>(order).size() < order.size()) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/allocationOrder",
                    "each rule can be named once, not " + order);
        }
    }
}
