package io.receivables.command.dunning;

import io.receivables.command.openitem.OpenItem;
import io.receivables.events.money.Money;

/**
 * What of an item is not reminded of.
 *
 * @param amount above zero; the rest of the item is reminded of all the same
 * @param detail in words, with the numbers: "dispute D1 over 40.00 EUR"
 */
public record ExcludedItem(OpenItem.Key item, NotDunnedReason reason, Money amount, String detail) {

    /** All of an item. */
    public static ExcludedItem whole(OpenItem item, NotDunnedReason reason, String detail) {
        return new ExcludedItem(item.key(), reason, item.amount(), detail);
    }
}
