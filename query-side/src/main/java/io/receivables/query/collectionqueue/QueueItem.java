package io.receivables.query.collectionqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.query.ledger.DocumentType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account, or a payment that nobody has identified, to be worked on.
 *
 * @param rank 1 is the first to work on
 * @param accountId null for what is in no account
 * @param name of the customer, or the reference of the payment
 * @param documentType null where the account as a whole is meant
 * @param instalment number from 1; null where the whole document is meant
 * @param disputeId of a dispute about the invoice
 * @param amount by which it is on this worklist
 * @param overdue null where lateness does not matter
 * @param balance overdue and not due, less what is not applied
 * @param oldestDueDate of what is open; for a document its own date
 * @param daysPastDue of the oldest item; for a document its age
 * @param valueAtRisk what is expected to be lost of what is overdue: the sum of the reasons {@code EXPECTED_LOSS}
 * @param owner who works on it; absent when nobody does
 * @param snoozedUntil the first day on which it is on the worklists again; absent when it does not rest
 * @param reasons of the rank, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueItem(long rank, @Nullable String accountId, @Nullable String customerId, String name,
        String legalEntity, @Nullable DocumentType documentType, @Nullable String documentId,
        @Nullable Integer instalment,
        @Nullable String disputeId, Money amount,
        @Nullable Money overdue, @Nullable Money balance, @Nullable LocalDate oldestDueDate,
        @Nullable Long daysPastDue, @Nullable Long overdueItems, @Nullable Money valueAtRisk, @Nullable String owner,
        @Nullable LocalDate snoozedUntil, @Nullable NextAction nextAction, List<Reason> reasons) {

    /** @param code stable; {@code value} is the figure behind it */
    public record Reason(String code, String value, String text) {}

    /** @param dueDate the day by which it is to be done */
    public record NextAction(String what, LocalDate dueDate) {}
}
