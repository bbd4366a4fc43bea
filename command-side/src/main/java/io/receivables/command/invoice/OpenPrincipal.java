package io.receivables.command.invoice;

import io.receivables.events.invoice.Instalment;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an instalment bears interest on: its open amount, tax included, reduced by money on the day when it came, whenever it
 * was allocated.
 */
public final class OpenPrincipal {

    private final Instalment instalment;
    private final NavigableMap<LocalDate, Long> changes = new TreeMap<>();

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

    public Instalment instalment() {
        return instalment;
    }

    public LocalDate dueDate() {
        return instalment.dueDate();
    }

    /** What is open at the end of a day. Money that was taken back and came again may overlap: never below zero. */
    public Money at(LocalDate day) {
        long open = changes.headMap(day, true).values().stream().mapToLong(Long::longValue).sum();
        return Money.ofMinorUnits(Math.max(0, open), instalment.amount().currency());
    }

    /** The next day, after one and not after another, at whose end something else is open. */
    public Optional<LocalDate> nextChange(LocalDate after, LocalDate until) {
        return changes.subMap(after, false, until, true).keySet().stream().findFirst();
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
            var change = changes.headMap(before, true);
            if (change.isEmpty()) {
                return Optional.empty();
            }
            day = change.lastKey();
        }
        return Optional.empty();
    }
}
