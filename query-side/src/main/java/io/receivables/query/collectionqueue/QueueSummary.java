package io.receivables.query.collectionqueue;

import io.receivables.events.money.Money;
import java.util.List;

/**
 * A worklist.
 *
 * @param title in the reader's language
 * @param items how many there are
 * @param amounts of them, one for each currency
 * @param reconciliation what they add up to with what is not listed, one for each currency
 */
public record QueueSummary(String queue, String title, long items, List<Money> amounts,
        List<Reconciliation> reconciliation) {

    /**
     * {@code inQueue} and all of {@code notInQueue} are {@code total}.
     *
     * @param of what the total is: AGED_BALANCE, DISPUTED, CREDIT_BALANCES or UNIDENTIFIED
     */
    public record Reconciliation(Money inQueue, List<NotInQueue> notInQueue, String of, Money total) {}

    /** @param reason NOT_DUE, OVERDUE_LONGER, LOWER_RISK, FURTHER_FROM_LIMIT, NO_BROKEN_PROMISE, COVERED_BY_CREDIT, SNOOZED, OTHER_OWNER, FACTORED, or UNAPPLIED, which is below zero */
    public record NotInQueue(String reason, Money amount) {}
}
