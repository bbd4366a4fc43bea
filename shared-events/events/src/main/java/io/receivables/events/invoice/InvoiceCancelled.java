package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** The invoice is void from this date on; its number stays used. */
@Revision("1")
public record InvoiceCancelled(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        List<InstalmentAmount> parts, String reason, LocalDate effectiveDate) implements InvoiceEvent {}
