package io.receivables.command.openitem;

import io.receivables.command.openitem.OpenItem.Dates;
import io.receivables.command.openitem.OpenItem.Key;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a fact adds to an item.
 *
 * @param minorUnits cents, below zero where the item falls
 * @param dates of the item where the fact begins it; null where the item was there before, though nothing of it may be open
 */
record OpenItemChange(Key key, long minorUnits, Currency currency, @Nullable Dates dates) {

    OpenItemChange plus(OpenItemChange later) {
        return new OpenItemChange(key, Math.addExact(minorUnits, later.minorUnits), currency,
                dates != null ? dates : later.dates);
    }
}
