package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** An allocation was taken back: the instalments are open again, the cash is unapplied again. */
@Revision("1")
public record PaymentAllocationReversed(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, InvoiceId invoiceId, List<SettledPart> parts, String reason,
        LocalDate effectiveDate) implements PaymentEvent {}
