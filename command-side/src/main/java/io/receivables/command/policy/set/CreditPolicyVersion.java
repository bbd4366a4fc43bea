package io.receivables.command.policy.set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.PolicyRules;
import io.receivables.platform.resource.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The version of a credit policy that a command set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreditPolicyVersion(LegalEntityId legalEntity, int policyVersion, LocalDate validFrom, ApprovalLimits approvals,
        @JsonUnwrapped @Nullable PolicyRules rules, long version, @Nullable Long position) implements Versioned {

    static CreditPolicyVersion of(CreditPolicySet set, long version) {
        return new CreditPolicyVersion(set.legalEntity(), set.version(), set.validFrom(), set.approvals(), set.rules(),
                version, null);
    }

    @Override
    public CreditPolicyVersion at(long at) {
        return new CreditPolicyVersion(legalEntity, policyVersion, validFrom, approvals, rules, version, at);
    }
}
