package io.receivables.command.invoice;

import io.receivables.events.invoice.Instalment;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an instalment bears interest on: its open amount, tax included, reduced by money on the day when it came, whenever it
 * was allocated, and by what is left out of it as disputed.
 */
public final class OpenPrincipal {

    private final Instalment instalment;
    private final NavigableMap<LocalDate, Long> changes = new TreeMap<>();
    /** From each day on. */
    private final NavigableMap<LocalDate, Long> disputed = new TreeMap<>();

    /** @param from when on it is owed */
    OpenPrincipal(Instalment instalment, LocalDate from) {
        this.instalment = instalment;
        add(from, instalment.amount());
    }

    void add(LocalDate date, Money amount) {
        changes.merge(date, amount.minorUnits(), Long::sum);
    }

    /** As if an amount of it had been somebody else's from the beginning; from a day on it is not in it anyway. */
    void leaveOut(Money amount, LocalDate until) {
        add(changes.firstKey(), amount.negated());
        add(until, amount);
    }

    /** Leaves so much of what is open out from the end of a day on, instead of what was left out before. */
    void leaveOutDisputed(long minorUnits, LocalDate from) {
        if (minorUnits != disputedFrom(from)) {
            disputed.put(from, minorUnits);
        }
    }

    /** The days at whose end something else is open than before, whatever is disputed of it. */
    Set<LocalDate> changeDays() {
        return changes.keySet();
    }

    public Instalment instalment() {
        return instalment;
    }

    public LocalDate dueDate() {
        return instalment.dueDate();
    }

    /** What is open at the end of a day and not left out as disputed. */
    public Money at(LocalDate day) {
        return money(open(day) - disputedFrom(day));
    }

    /** What is open at the end of a day and left out as disputed. */
    public Money disputedAt(LocalDate day) {
        return money(disputedFrom(day));
    }

    /** In minor units, disputed or not. Money that was taken back and came again may overlap: never below zero. */
    long open(LocalDate day) {
        return Math.max(0, changes.headMap(day, true).values().stream().mapToLong(Long::longValue).sum());
    }

    private long disputedFrom(LocalDate day) {
        var last = disputed.floorEntry(day);
        return last == null ? 0 : last.getValue();
    }

    private Money money(long minorUnits) {
        return Money.ofMinorUnits(minorUnits, instalment.amount().currency());
    }

    /** The next day, after one and not after another, at whose end something else is open. */
    public Optional<LocalDate> nextChange(LocalDate after, LocalDate until) {
        return Stream.of(changes, disputed)
                .flatMap(it -> it.subMap(after, false, until, true).keySet().stream().limit(1))
                .min(LocalDate::compareTo);
    }

    /** The last late day that something was open up to a day; empty when it was never late by then. */
    public Optional<LocalDate> lastLateDay(LocalDate until) {
        var day = until;
        while (day.isAfter(dueDate())) {
            // Money that comes on a day is late on that day: the first late day and the day of payment both count.
            var before = day.minusDays(1);
            if (at(before).isPositive()) {
                return Optional.of(day);
            }
            var change = Stream.of(changes, disputed)
                    .flatMap(it -> Stream.ofNullable(it.floorKey(before)))
                    .max(LocalDate::compareTo);
            if (change.isEmpty()) {
                return Optional.empty();
            }
            day = change.get();
        }
        return Optional.empty();
    }
}
