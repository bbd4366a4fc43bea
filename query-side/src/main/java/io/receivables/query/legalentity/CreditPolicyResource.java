package io.receivables.query.legalentity;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import java.time.LocalDate;

/** A dated version of a legal entity's credit policy. */
public record CreditPolicyResource(LegalEntityId legalEntity, int version, LocalDate validFrom,
        ApprovalLimits approvals) {

    static CreditPolicyResource of(CreditPolicySet set) {
        return new CreditPolicyResource(set.legalEntity(), set.version(), set.validFrom(), set.approvals());
    }
}
