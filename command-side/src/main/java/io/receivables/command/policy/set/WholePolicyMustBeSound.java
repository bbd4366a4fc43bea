package io.receivables.command.policy.set;

import io.receivables.command.policy.SoundPolicy;
import io.receivables.events.money.Money;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.PolicyRules;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Limits are in the base currency, and every section is sound. */
@Component
class WholePolicyMustBeSound implements SoundPolicy {

    @Override
    public ApprovalLimits check(@Nullable ApprovalLimits approvals, PolicyRules rules, Currency base) {
        var limits = limits(approvals, base);
        PolicyRulesMustBeSound.check(rules, base);
        return limits;
    }

    private static ApprovalLimits limits(@Nullable ApprovalLimits wanted, Currency base) {
        if (wanted == null) {
            return new ApprovalLimits(Money.zero(base), Money.zero(base));
        }
        ApprovalLimitsMustBeSound.check(wanted, base);
        return wanted;
    }
}
