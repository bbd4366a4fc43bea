package io.receivables.events.refund;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** One of several who must agree to a refund did; it may not be paid yet. */
@Revision("1")
public record RefundApprovalGiven(RefundId refundId, CreditSource source, AccountId accountId,
        LegalEntityId legalEntity, String approvedBy, LocalDate effectiveDate) implements RefundEvent {}
