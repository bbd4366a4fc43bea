package io.receivables.query.collectionqueue;

import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * An account to be worked on.
 *
 * @param rank 1 is the first to call
 * @param balance overdue and not due, less what is not applied
 * @param daysPastDue of the oldest item
 * @param reasons of the rank, in words
 */
public record QueueItem(long rank, String accountId, String customerId, String name, String legalEntity, Money overdue,
        Money balance, LocalDate oldestDueDate, long daysPastDue, long overdueItems, List<Reason> reasons) {

    /** @param code stable; {@code value} is the figure behind it */
    public record Reason(String code, String value, String text) {}
}
