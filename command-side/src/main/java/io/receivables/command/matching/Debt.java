package io.receivables.command.matching;

import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open document that money can settle: an invoice, or a late charge.
 *
 * @param number as printed on it, which a payer may name
 * @param ofInvoice the id of the invoice that a charge belongs to; null for an invoice
 * @param onerous whether the debtor has most interest in paying it, for it bears interest once it is due
 * @param toPay what settles all of it, a discount that can still be earned taken off
 * @param parts what is open of it, the oldest due first; a charge has one, with number 0
 */
public record Debt(String documentId, String number, Component component, @Nullable String ofInvoice, boolean onerous,
        LocalDate documentDate, Money toPay, List<Part> parts) {

    /** What a debt is made of (Code civil, art. 1343-1). */
    public enum Component {
        COSTS,
        INTEREST,
        PRINCIPAL
    }

    /** An open instalment. */
    public record Part(int instalment, LocalDate dueDate, Money open, Money toPay) {}

    List<Item> items() {
        return parts.stream().map(part -> new Item(this, part)).toList();
    }
}
