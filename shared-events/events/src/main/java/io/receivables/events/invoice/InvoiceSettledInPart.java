package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Money was allocated to the invoice. The twin of {@code PaymentAllocated} or {@code CreditNoteAllocated}, which alone
 * counts in the books; this one tells the invoice.
 */
@Revision("1")
public record InvoiceSettledInPart(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, CreditSource source, List<SettledPart> parts,
        LocalDate effectiveDate) implements InvoiceEvent {}
