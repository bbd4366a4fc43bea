package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.TransferOrigin;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment at a business date.
 *
 * @param allocationId the allocation that the command made, in the answer to a command only
 * @param transferId the transfer that the command made or reversed, in its answer only
 * @param unallocatedAmount what can still be allocated or refunded; a pending refund or write-off has left it
 * @param transferredFrom set when the cash was transferred from another account
 * @param autoAllocation what the rules of allocation found, in the answer to a command that asked them only
 * @param opening set when it was unapplied already at the cut-over to this book; then {@code amount} is what was unapplied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentResource(PaymentId paymentId, @Nullable AllocationId allocationId,
        @Nullable PaymentId transferId, @Nullable AccountId accountId,
        LegalEntityId legalEntity, Money amount, LocalDate receivedDate, @Nullable LocalDate valueDate,
        PaymentMethod method, @Nullable String reference, Money allocatedAmount, Money unallocatedAmount,
        Money refundPending, Money refundedAmount, Money writeOffPending, Money writtenOffAmount,
        Money transferredAmount, boolean reversed, List<AllocationResource> allocations,
        List<TransferResource> transfers, @Nullable TransferOrigin transferredFrom,
        @Nullable Opening opening, @Nullable AutoAllocationResource autoAllocation, long version,
        @Nullable Long position) implements Versioned {

    /** The same, with what the rules of allocation found. */
    public PaymentResource with(@Nullable AutoAllocationResource found) {
        return new PaymentResource(paymentId, allocationId, transferId, accountId, legalEntity, amount, receivedDate,
                valueDate, method, reference, allocatedAmount, unallocatedAmount, refundPending, refundedAmount,
                writeOffPending, writtenOffAmount, transferredAmount, reversed, allocations, transfers, transferredFrom,
                opening, found, version, position);
    }

    @Override
    public PaymentResource at(long position) {
        return new PaymentResource(paymentId, allocationId, transferId, accountId, legalEntity, amount, receivedDate,
                valueDate,
                method, reference, allocatedAmount, unallocatedAmount, refundPending, refundedAmount,
                writeOffPending, writtenOffAmount, transferredAmount, reversed, allocations, transfers, transferredFrom,
                opening, autoAllocation, version, position);
    }
}
