package io.receivables.query.legalentity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.PolicyRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated version of a legal entity's credit policy.
 *
 * @param inForce whether it judges what is dated as at the date that was asked for
 */
public record CreditPolicyResource(LegalEntityId legalEntity, int version, LocalDate validFrom, boolean inForce,
        ApprovalLimits approvals, @JsonUnwrapped @Nullable PolicyRules rules) {

    static CreditPolicyResource of(CreditPolicySet set, boolean inForce) {
        return new CreditPolicyResource(set.legalEntity(), set.version(), set.validFrom(), inForce, set.approvals(),
                set.rules());
    }
}
