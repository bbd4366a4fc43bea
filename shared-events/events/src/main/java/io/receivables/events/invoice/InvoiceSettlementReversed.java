package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** An allocation to the invoice was taken back. The twin of the reversal in the stream of the payment or credit note. */
@Revision("1")
public record InvoiceSettlementReversed(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, CreditSource source, List<SettledPart> parts, String reason,
        LocalDate effectiveDate) implements InvoiceEvent {}
