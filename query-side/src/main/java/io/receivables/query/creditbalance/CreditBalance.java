package io.receivables.query.creditbalance;

import io.receivables.events.money.Money;
import io.receivables.query.ledger.DocumentType;
import java.time.LocalDate;
import java.util.List;

/**
 * An account in the customer's favour: we owe.
 *
 * @param balance below zero
 * @param creditAmount what we owe, above zero
 * @param origins what is not applied, the oldest first; open invoices make it more than {@code creditAmount}
 * @param daysOld since the oldest origin
 */
public record CreditBalance(String accountId, String customerId, String name, String legalEntity, Money balance,
        Money creditAmount, List<Origin> origins, LocalDate oldestDate, long daysOld) {

    /** Where the credit comes from: a payment of which a part settled something, one that settled nothing, a credit note. */
    public enum Kind {
        OVERPAYMENT,
        PREPAYMENT,
        CREDIT_NOTE
    }

    /** @param date of the document */
    public record Origin(Kind origin, DocumentType documentType, String documentId, LocalDate date, Money amount,
            long daysOld) {}
}
