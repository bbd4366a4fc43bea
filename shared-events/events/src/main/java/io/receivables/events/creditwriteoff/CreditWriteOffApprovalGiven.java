package io.receivables.events.creditwriteoff;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** One of several who must agree to the write-off of a credit did; nothing moves yet. */
@Revision("1")
public record CreditWriteOffApprovalGiven(CreditWriteOffId creditWriteOffId, CreditSource source, AccountId accountId,
        LegalEntityId legalEntity, String approvedBy, LocalDate effectiveDate) implements CreditWriteOffEvent {}
