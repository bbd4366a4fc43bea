package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Money was allocated to the invoice. The twin of {@code PaymentAllocated} or {@code CreditNoteAllocated}, which alone
 * counts in the books; this one tells the invoice.
 *
 * @param moneyDate the day of the money that counts for a discount window; null for a credit note
 * @param discountEarned true when the invoice's own terms gave the discount, and not the request
 */
@Revision("1")
public record InvoiceSettledInPart(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, CreditSource source, List<SettledPart> parts,
        LocalDate effectiveDate, @Nullable LocalDate moneyDate,
        @Nullable Boolean discountEarned) implements InvoiceEvent {

    /** Money that says nothing of a discount window. */
    public InvoiceSettledInPart(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
            AllocationId allocationId, CreditSource source, List<SettledPart> parts, LocalDate effectiveDate) {
        this(invoiceId, accountId, legalEntity, allocationId, source, parts, effectiveDate, null, null);
    }
}
