package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit note at a business date.
 *
 * @param allocationId the allocation that the command made, in the answer to a command only
 * @param autoAllocation what the rules of allocation found, in the answer to a command that asked them only
 * @param opening set when it was unapplied already at the cut-over to this book; then {@code total} is what was unapplied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditNoteResource(CreditNoteId creditNoteId, @Nullable AllocationId allocationId,
        String creditNoteNumber, AccountId accountId, LegalEntityId legalEntity, LocalDate issueDate, Money total,
        String reason, Money allocatedAmount, Money unallocatedAmount, Money refundPending, Money refundedAmount,
        Money writeOffPending,
        Money writtenOffAmount,
        boolean cancelled, List<InvoiceId> relatesTo, List<AllocationResource> allocations,
        @Nullable Opening opening, @Nullable AutoAllocationResource autoAllocation, long version,
        @Nullable Long position) implements Versioned {

    /** The same, with what the rules of allocation found. */
    public CreditNoteResource with(AutoAllocationResource found) {
        return new CreditNoteResource(creditNoteId, allocationId, creditNoteNumber, accountId, legalEntity, issueDate,
                total, reason, allocatedAmount, unallocatedAmount, refundPending, refundedAmount, writeOffPending,
                writtenOffAmount, cancelled, relatesTo, allocations, opening, found, version, position);
    }

    @Override
    public CreditNoteResource at(long position) {
        return new CreditNoteResource(creditNoteId, allocationId, creditNoteNumber, accountId, legalEntity, issueDate,
                total, reason, allocatedAmount, unallocatedAmount, refundPending, refundedAmount,
                writeOffPending, writtenOffAmount, cancelled, relatesTo,
                allocations, opening, autoAllocation, version, position);
    }
}
