package io.receivables.query.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aged balance as its page shows it.
 *
 * @param view from when on allocations count: decided or hindsight
 * @param edgesPolicyVersion the version of the credit policy that the buckets are of; null for others
 * @param openDays where nothing is open: days on which something was
 */
record AgedBalanceSheet(String legalEntity, String entityName, String currency, LocalDate asAt, Knowledge knowledge,
        boolean projection, String view, @Nullable Integer edgesPolicyVersion, List<Column> columns, Summary summary,
        boolean showsCharges, List<Line> lines,
        List<LocalDate> openDays, @Nullable String nextPage, @Nullable String firstPage,
        LocalDate monthEndBefore,
        LocalDate monthEndAfter) {

    /**
     * "Not due" or a bucket.
     *
     * @param days such as 31-60; empty for "not due"
     * @param share of the gross amount, in percent
     */
    record Column(String days, Amount total, String share, String shareText, String shade) {}

    /** Beside the columns' totals. */
    record Summary(Amount balance, Amount overdue, Amount unapplied, Amount disputed, Amount doubtful, Amount factored,
            Amount charges, Amount unidentified, Amount movements, boolean ties, List<Shares.Part> bar) {}

    /** An account, or a customer with all of its accounts. */
    record Line(String id, String name, String link, List<Amount> amounts, Amount unapplied, Amount balance,
            Amount disputed, Amount charges, @Nullable LocalDate oldestDueDate, List<Shares.Part> bar) {}
}
