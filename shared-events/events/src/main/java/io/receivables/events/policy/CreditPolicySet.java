package io.receivables.events.policy;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A version of the credit policy was set. A decision is judged by the version that is valid at its date: of those with
 * {@code validFrom} not after it, the one with the latest {@code validFrom}, and of these the highest version.
 *
 * @param version counts from 1 within the legal entity
 */
@Revision("1")
public record CreditPolicySet(LegalEntityId legalEntity, int version, LocalDate validFrom, ApprovalLimits approvals,
        LocalDate effectiveDate) implements CreditPolicyEvent {}
