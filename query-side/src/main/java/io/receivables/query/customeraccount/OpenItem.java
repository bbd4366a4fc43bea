package io.receivables.query.customeraccount;

import io.receivables.events.money.Money;
import java.time.LocalDate;

/**
 * A claim that is not settled.
 *
 * @param kind INVOICE: the principal of an instalment
 * @param daysPastDue zero when it is not past due
 */
public record OpenItem(String kind, String invoiceId, String invoiceNumber, int instalment, LocalDate issueDate,
        LocalDate dueDate, Money amountDue, long daysPastDue) {}
