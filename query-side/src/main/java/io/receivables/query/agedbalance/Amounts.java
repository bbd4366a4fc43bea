package io.receivables.query.agedbalance;

import io.receivables.events.money.Money;
import io.receivables.query.agedbalance.AgedBalance.Figures;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Amounts of one group in minor units, as the statement gives them. */
record Amounts(List<Long> slots, long balance) {

    /**
     * @param charges the part of the slots that is late charges
     * @param doubtful the part of the slots that may never be paid
     * @param disputed the part of the slots that customers contest
     * @throws IllegalStateException if the parts do not add up: such an answer must not leave the house
     */
    Figures figures(Currency currency, long charges, long doubtful, long disputed) {
        long parts = slots.stream().mapToLong(Long::longValue).sum();
        if (parts != balance) {
            throw new IllegalStateException("not due and buckets less unapplied is " + parts + ", the balance "
                    + balance + " (" + currency + ", minor units)");
        }
        var buckets = new ArrayList<String>();
        for (long bucket : slots.subList(1, slots.size() - 1)) {
            buckets.add(text(bucket, currency));
        }
        return new Figures(text(slots.getFirst(), currency), List.copyOf(buckets), text(-slots.getLast(), currency),
                text(balance, currency), text(disputed, currency), text(charges, currency), text(doubtful, currency),
                text(0, currency));
    }

    /** Before cash and credit that is not applied. */
    long debt() {
        return balance - slots.getLast();
    }

    static String text(long minorUnits, Currency currency) {
        return Money.ofMinorUnits(minorUnits, currency).amount().toPlainString();
    }
}
