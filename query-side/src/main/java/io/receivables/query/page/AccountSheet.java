package io.receivables.query.page;

import io.receivables.platform.resource.AccountResource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer account as its page shows it. */
record AccountSheet(AccountResource account, Cut cut, Amount balance, Amount amountDue, Amount overdue,
        Amount unapplied, Amount disputed, Amount exposure, @Nullable Amount creditLimit, List<OpenLine> openItems,
        @Nullable String moreOpenItems, List<CreditLine> credits, List<FactLine> facts, @Nullable String moreFacts) {

    /** A claim that is not settled. */
    record OpenLine(String invoiceId, String number, int instalment, String link, LocalDate issueDate,
            LocalDate dueDate, long daysPastDue, Amount amountDue, Buckets.Bucket bucket) {}

    /**
     * Money or credit that settles nothing yet.
     *
     * @param kind {@code payment} or {@code creditNote}
     * @param pending set aside for a refund
     */
    record CreditLine(String kind, String id, String number, String link, LocalDate date, Amount amount, Amount free,
            Amount pending) {}
}
