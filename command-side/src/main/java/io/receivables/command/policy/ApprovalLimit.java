package io.receivables.command.policy;

import io.receivables.events.money.Money;
import io.receivables.events.policy.ApprovalStep;
import io.receivables.events.policy.RequiredApproval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Up to this amount one person decides alone.
 *
 * @param policyVersion the version that sets it; null where none is valid, and the limit is zero
 * @param steps who approves what is above it, by rising amounts; empty means one controller
 */
public record ApprovalLimit(Money amount, @Nullable Integer policyVersion, List<ApprovalStep> steps) {

    /** Above it one controller approves. */
    public ApprovalLimit(Money amount, @Nullable Integer policyVersion) {
        this(amount, policyVersion, List.of());
    }

    public boolean covers(Money decided) {
        return !decided.isGreaterThan(amount);
    }

    /** Who must agree to this amount; null means one controller. An amount in another currency than the steps' is the last one's. */
    public @Nullable RequiredApproval required(Money decided) {
        return steps.stream()
                .filter(step -> covers(step.upTo(), decided))
                .findFirst()
                .map(ApprovalStep::required)
                .orElse(null);
    }

    private static boolean covers(@Nullable Money bound, Money decided) {
        return bound == null || bound.currency().equals(decided.currency()) && !decided.isGreaterThan(bound);
    }
}
