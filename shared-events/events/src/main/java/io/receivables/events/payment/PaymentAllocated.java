package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A part of the payment settles an invoice. Carries every part, and alone counts in the books. */
@Revision("1")
public record PaymentAllocated(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, InvoiceId invoiceId, List<SettledPart> parts,
        LocalDate effectiveDate) implements PaymentEvent {}
