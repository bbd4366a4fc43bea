package io.receivables.command.policy;

import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.PolicyRules;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Refuses a policy that could not be applied, be it set or only tried. */
public interface SoundPolicy {

    /**
     * The limits of approval, zero where none are wanted.
     *
     * @param base the currency of the legal entity, which amounts are in
     * @throws io.receivables.platform.problem.Refusal with a pointer into the policy's body
     */
    ApprovalLimits check(@Nullable ApprovalLimits approvals, PolicyRules rules, Currency base);
}
