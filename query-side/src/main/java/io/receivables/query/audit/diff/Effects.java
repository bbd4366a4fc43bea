package io.receivables.query.audit.diff;

import io.receivables.events.money.Money;
import io.receivables.query.audit.diff.Diff.BucketEffect;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What one fact changes, column by column of the aged balance, in minor units. */
final class Effects {

    /** The column of what has no date to age from. */
    static final String UNAPPLIED = "-1";

    private final Map<String, Long> columns = new HashMap<>();

    /** @param column {@code 0} for not due, then the buckets from 1; UNAPPLIED; or DISPUTED, DOUBTFUL or FACTORED, which is no movement */
    void add(String column, long amount) {
        columns.merge(column, amount, Long::sum);
    }

    long onBalance() {
        return columns.entrySet()
                .stream()
                .filter(column -> column.getKey().matches("-?[0-9]+"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** @param sign 1 for a fact that came to be known, -1 for one that is not known yet the other time */
    BucketEffect bucketEffect(int buckets, int sign, Currency currency) {
        return new BucketEffect(text("0", sign, currency),
                IntStream.rangeClosed(1, buckets).mapToObj(no -> text(Integer.toString(no), sign, currency)).toList(),
                text(UNAPPLIED, -sign, currency), text("DISPUTED", sign, currency), text("DOUBTFUL", sign, currency),
                text("FACTORED", sign, currency));
    }

    private String text(String column, int sign, Currency currency) {
        return Money.ofMinorUnits(sign * columns.getOrDefault(column, 0L), currency).amount().toPlainString();
    }
}
