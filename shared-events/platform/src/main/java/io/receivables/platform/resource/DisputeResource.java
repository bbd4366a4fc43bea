package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of an invoice that the customer contests.
 *
 * @param instalment the one that is contested; null for any part of the invoice
 * @param owner who must answer; null while nobody is named
 * @param daysInDispute from its date to its end, or to the date of the answer while it is open
 * @param answerLate whether the deadline has passed without an end, or the end came after it
 * @param outcome null while it is open
 * @param resolvedDate null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeResource(DisputeId disputeId, InvoiceId invoiceId, AccountId accountId, Status status,
        Money amount, @Nullable Integer instalment, DisputeCategory category, String reason, @Nullable String owner,
        LocalDate deadline, LocalDate effectiveDate, long daysInDispute, boolean answerLate,
        @Nullable DisputeOutcome outcome, @Nullable String resolution, @Nullable CreditNoteId creditNoteId,
        @Nullable LocalDate resolvedDate, long version, @Nullable Long position) implements Versioned {

    /** Whether it stands. */
    public enum Status {
        OPEN,
        RESOLVED
    }

    @Override
    public DisputeResource at(long at) {
        return new DisputeResource(disputeId, invoiceId, accountId, status, amount, instalment, category, reason, owner,
                deadline, effectiveDate, daysInDispute, answerLate, outcome, resolution, creditNoteId, resolvedDate,
                version, at);
    }
}
