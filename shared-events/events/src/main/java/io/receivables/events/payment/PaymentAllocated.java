package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.allocation.RuleApplied;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A part of the payment settles an invoice or a late charge. Carries every part, and alone counts in the books.
 *
 * @param invoiceId the invoice; null when it is a charge
 * @param parts instalments of the invoice, or with number 0 the charge
 * @param chargeId the late charge; null when it is an invoice
 * @param rule why it went there; null when the request named it
 * @param discountShares the discount by tax rate; null when none was granted or the rates are not known
 */
@Revision("1")
public record PaymentAllocated(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, @Nullable InvoiceId invoiceId, List<SettledPart> parts,
        LocalDate effectiveDate, @Nullable ChargeId chargeId, @Nullable RuleApplied rule,
        @Nullable List<DiscountShare> discountShares) implements PaymentEvent {

    /** Of an invoice that the request named. */
    public PaymentAllocated(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
            AllocationId allocationId, InvoiceId invoiceId, List<SettledPart> parts, LocalDate effectiveDate) {
        this(paymentId, accountId, legalEntity, allocationId, invoiceId, parts, effectiveDate, null, null, null);
    }

    /** Of what the request named. */
    public PaymentAllocated(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
            AllocationId allocationId, AllocationTarget target, List<SettledPart> parts, LocalDate effectiveDate) {
        this(paymentId, accountId, legalEntity, allocationId, target, parts, effectiveDate, null, null);
    }

    public PaymentAllocated(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
            AllocationId allocationId, AllocationTarget target, List<SettledPart> parts, LocalDate effectiveDate,
            @Nullable RuleApplied rule, @Nullable List<DiscountShare> discountShares) {
        this(paymentId, accountId, legalEntity, allocationId, target.invoiceId(), parts, effectiveDate,
                target.chargeId(), rule, discountShares);
    }

    public AllocationTarget target() {
        return AllocationTarget.of(invoiceId, chargeId);
    }
}
