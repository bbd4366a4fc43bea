package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A version of the credit policy was set. A decision is judged by the version that is valid at its date: of those with
 * {@code validFrom} not after it, the one with the latest {@code validFrom}, and of these the highest version.
 *
 * @param version counts from 1 within the legal entity
 * @param rules null: none besides the limits of approval
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditPolicySet(LegalEntityId legalEntity, int version, LocalDate validFrom, ApprovalLimits approvals,
        LocalDate effectiveDate, @Nullable PolicyRules rules) implements CreditPolicyEvent {

    /** A version that rules approvals alone. */
    public CreditPolicySet(LegalEntityId legalEntity, int version, LocalDate validFrom, ApprovalLimits approvals,
            LocalDate effectiveDate) {
        this(legalEntity, version, validFrom, approvals, effectiveDate, null);
    }
}
