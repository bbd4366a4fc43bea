package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** One of several who must agree to a write-off did; nothing moves yet. */
@Revision("1")
public record WriteOffApprovalGiven(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        WriteOffId writeOffId, String approvedBy, LocalDate effectiveDate) implements InvoiceEvent {}
