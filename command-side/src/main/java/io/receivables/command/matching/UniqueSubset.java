package io.receivables.command.matching;

import io.receivables.events.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The only set of two or more items that adds up to the amount. The search is bounded, for the number of sets doubles with
 * each item: a set that is found is the only one just when the search came to its end.
 */
final class UniqueSubset {

    /** Some milliseconds; enough for every set of 16 items, and for far more where amounts rule most sets out early. */
    static final int MOST_STEPS = 200_000;

    private final List<Item> items;
    private final long[] amounts;
    /** What the items from here on add up to. */
    private final long[] rest;
    private final boolean[] taken;
    private int steps;
    private int found;
    private List<Item> first = List.of();

    private UniqueSubset(List<Item> items) {
        this.items = items;
        this.amounts = items.stream().map(Item::toPay).mapToLong(Money::minorUnits).toArray();
        this.taken = new boolean[amounts.length];
        this.rest = new long[amounts.length + 1];
        for (int i = amounts.length - 1; i >= 0; i--) {
            rest[i] = rest[i + 1] + amounts[i];
        }
    }

    static Verdict choose(Question question) {
        var largestFirst = question.items()
                .stream()
                .sorted(Comparator.comparing(Item::toPay).reversed().thenComparing(Item.OLDEST_FIRST))
                .toList();
        var search = new UniqueSubset(largestFirst);
        search.from(0, question.amount().minorUnits(), 0);
        return search.verdict(question.amount());
    }

    private void from(int index, long left, int count) {
        if (found > 1 || steps++ >= MOST_STEPS) {
            return;
        }
        if (left == 0) {
            if (count > 1) {
                keep();
            }
            return;
        }
        if (index == amounts.length || rest[index] < left) {
            return;
        }
        if (amounts[index] <= left) {
            taken[index] = true;
            from(index + 1, left - amounts[index], count + 1);
            taken[index] = false;
        }
        from(index + 1, left, count);
    }

    private void keep() {
        found++;
        if (found == 1) {
            var set = new ArrayList<Item>();
            for (int i = 0; i < taken.length; i++) {
                if (taken[i]) {
                    set.add(items.get(i));
                }
            }
            set.sort(Item.OLDEST_FIRST);
            first = List.copyOf(set);
        }
    }

    private Verdict verdict(Money amount) {
        if (found == 0) {
            return new Verdict.Silent();
        }
        var names = first.stream().map(Item::name).collect(Collectors.joining(" + "));
        if (found > 1) {
            return new Verdict.Ambiguous(amount + " is " + names + ", but not of these alone");
        }
        if (steps > MOST_STEPS) {
            return new Verdict.Ambiguous(amount + " is " + names + ", but there are too many sets of items to tell"
                    + " whether it is the only one");
        }
        return Verdict.chosen(first.stream().map(item -> Share.of(item, item.toPay())).toList(),
                amount + " is " + names + ", and no other set of items");
    }
}
