package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** The allocation that had left a small difference was taken back: the cents are owed again. */
@Revision("1")
public record SmallDifferenceReversed(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, List<InstalmentAmount> parts, String reason,
        LocalDate effectiveDate) implements InvoiceEvent {}
