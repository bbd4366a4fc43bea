package io.receivables.command.policy;

import io.receivables.events.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Up to this amount a difference is too small to ask for.
 *
 * @param policyVersion the version that sets it; null where none is valid, and no difference is
 */
public record Tolerance(Money amount, @Nullable Integer policyVersion) {

    public boolean covers(Money difference) {
        return !difference.isGreaterThan(amount);
    }
}
