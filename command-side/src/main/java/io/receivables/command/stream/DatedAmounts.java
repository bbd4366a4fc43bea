package io.receivables.command.stream;

import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An amount that changes over business dates, and may be changed in the past. Facts may be backdated, so "what is there
 * today" is not enough to decide: what is taken at a date must be there at that date and at every date after it.
 */
public final class DatedAmounts {

    private final Currency currency;
    private final NavigableMap<LocalDate, Long> changes = new TreeMap<>();

    public DatedAmounts(Currency currency) {
        this.currency = currency;
    }

    public void add(LocalDate date, Money amount) {
        changes.merge(date, amount.minorUnits(), Long::sum);
    }

    public void take(LocalDate date, Money amount) {
        add(date, amount.negated());
    }

    /** Adds everything that was added to another one, on the same days. */
    public void addAll(DatedAmounts other) {
        other.changes.forEach((date, change) -> changes.merge(date, change, Long::sum));
    }

    /** Takes everything that was added to another one, on the same days. */
    public void takeAll(DatedAmounts other) {
        other.changes.forEach((date, change) -> changes.merge(date, -change, Long::sum));
    }

    /** The amount at the end of a day. */
    public Money at(LocalDate date) {
        return money(sum(changes.headMap(date, true).values()));
    }

    /** The amount after everything that is recorded. */
    public Money last() {
        return money(sum(changes.values()));
    }

    /** What can be taken at a date without driving any day from then on below zero. */
    public Money availableFrom(LocalDate date) {
        long running = sum(changes.headMap(date, true).values());
        long lowest = running;
        for (long change : changes.tailMap(date, false).values()) {
            running += change;
            lowest = Math.min(lowest, running);
        }
        return money(lowest);
    }

    /** The first day, not before {@code from}, at which the amount can be taken; empty when it never can. */
    public Optional<LocalDate> firstDateFor(Money amount, LocalDate from) {
        var days = new ArrayList<LocalDate>();
        days.add(from);
        days.addAll(changes.tailMap(from, false).keySet());
        return days.stream().filter(day -> !amount.isGreaterThan(availableFrom(day))).findFirst();
    }

    /**
     * Refuses to take what is not there: with {@code exceeds} when it is not there at all, with the first possible date
     * when it is there only later.
     */
    public void requireAvailable(Money amount, LocalDate date, ProblemCode exceeds, String what) {
        if (!amount.isGreaterThan(availableFrom(date))) {
            return;
        }
        if (amount.isGreaterThan(last())) {
            throw new Refusal(exceeds, amount + " exceeds the " + last() + " of " + what);
        }
        var first = firstDateFor(amount, date).orElseThrow();
        throw new Refusal(ProblemCode.NOT_AVAILABLE_AT_DATE, amount + " of " + what + " is not available at " + date
                + ", where it is " + availableFrom(date) + "; first possible date: " + first);
    }

    /** The days after a date on which the amount changes. */
    public Stream<LocalDate> changeDatesAfter(LocalDate date) {
        return changes.tailMap(date, false).keySet().stream();
    }

    public DatedAmounts copy() {
        var copy = new DatedAmounts(currency);
        copy.changes.putAll(changes);
        return copy;
    }

    private static long sum(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }

    private Money money(long minorUnits) {
        return Money.ofMinorUnits(minorUnits, currency);
    }
}
