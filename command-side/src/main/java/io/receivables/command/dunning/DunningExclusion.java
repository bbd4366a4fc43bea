package io.receivables.command.dunning;

import java.time.LocalDate;
import java.util.List;

/**
 * A reason not to remind a customer of an item, or of a part of it. Each reason is a bean of the slice that knows it: disputes,
 * promises, plans, blocks, factoring, agencies, insolvency. A run asks all of them; what they name together leaves the letter.
 */
public interface DunningExclusion {

    /**
     * What of the items may not be reminded of at a date. Asked once for many accounts, so that a bean reads its rows with one
     * statement. A charge is left out of the sum that a letter names: it is named whole, and by one bean alone.
     *
     * @param accounts with their open instalments of invoices, one that is not due among them, and their open charges
     * @param asAt the date of the run
     */
    List<ExcludedItem> excluded(List<DunnableAccount> accounts, LocalDate asAt);
}
