package io.receivables.command.policy;

import io.receivables.events.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Up to this amount one person decides alone.
 *
 * @param policyVersion the version that sets it; null where none is valid, and the limit is zero
 */
public record ApprovalLimit(Money amount, @Nullable Integer policyVersion) {

    public boolean covers(Money decided) {
        return !decided.isGreaterThan(amount);
    }
}
