package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An allocation was taken back: what it settled is open again, the cash is unapplied again.
 *
 * @param invoiceId the invoice; null when it was a charge
 * @param chargeId the late charge; null when it was an invoice
 */
@Revision("1")
public record PaymentAllocationReversed(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, @Nullable InvoiceId invoiceId, List<SettledPart> parts, String reason,
        LocalDate effectiveDate, @Nullable ChargeId chargeId) implements PaymentEvent {

    /** Of an invoice. */
    public PaymentAllocationReversed(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
            AllocationId allocationId, InvoiceId invoiceId, List<SettledPart> parts, String reason,
            LocalDate effectiveDate) {
        this(paymentId, accountId, legalEntity, allocationId, invoiceId, parts, reason, effectiveDate, null);
    }

    public PaymentAllocationReversed(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
            AllocationId allocationId, AllocationTarget target, List<SettledPart> parts, String reason,
            LocalDate effectiveDate) {
        this(paymentId, accountId, legalEntity, allocationId, target.invoiceId(), parts, reason, effectiveDate,
                target.chargeId());
    }

    public AllocationTarget target() {
        return AllocationTarget.of(invoiceId, chargeId);
    }
}
