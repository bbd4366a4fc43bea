package io.receivables.standalone.bookimport;

import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was read.
 *
 * @param written the amount as it is written; null when it cannot be read
 * @param amount what the row adds to the balance, for the totals of the file; null when it cannot be read
 * @param item null when the row has findings, or has nothing open
 */
record BookRow(long line, @Nullable Money written, @Nullable Money amount, @Nullable Item item,
        List<Finding> findings) {}
