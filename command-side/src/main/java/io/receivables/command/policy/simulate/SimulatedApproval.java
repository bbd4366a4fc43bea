package io.receivables.command.policy.simulate;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.events.money.Money;
import java.util.List;

/** Whether a second person would have been needed. */
final class SimulatedApproval {

    private SimulatedApproval() {}

    static List<Difference> of(Money amount, Money recordedLimit, ApprovalLimit simulated) {
        boolean wasNeeded = amount.isGreaterThan(recordedLimit);
        boolean isNeeded = !simulated.covers(amount);
        return wasNeeded == isNeeded
                ? List.of()
                : List.of(new Difference("approvalNeeded", wasNeeded, isNeeded),
                        new Difference("limit", recordedLimit, simulated.amount()));
    }
}
