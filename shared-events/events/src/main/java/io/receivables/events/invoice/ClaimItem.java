package io.receivables.events.invoice;

import io.receivables.events.money.Money;
import java.util.List;

/** An instalment of an invoice, and an amount of it above zero. */
public record ClaimItem(InvoiceId invoiceId, int instalment, Money amount) {

    public static Money total(List<ClaimItem> items) {
        return items.stream().map(ClaimItem::amount).reduce(Money::plus).orElseThrow();
    }
}
