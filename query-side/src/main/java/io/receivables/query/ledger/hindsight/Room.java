package io.receivables.query.ledger.hindsight;

import java.time.LocalDate;
import java.util.TreeMap;

/** What is open of a claim, or free of cash or credit, day by day from a first day on. In minor units, never below zero. */
final class Room {

    private final LocalDate firstDay;
    private final TreeMap<LocalDate, Long> changes = new TreeMap<>();

    Room(LocalDate firstDay) {
        this.firstDay = firstDay;
        changes.put(firstDay, 0L);
    }

    /** From a day on; what changed before the first day counts from there. */
    void change(LocalDate day, long amount) {
        changes.merge(day.isBefore(firstDay) ? firstDay : day, amount, Long::sum);
    }

    /** The first day from which on there is this much throughout, up to but without the end; the end if there is none. */
    LocalDate since(long amount, LocalDate end) {
        var since = end;
        boolean enough = false;
        long there = 0;
        for (var change : changes.headMap(end, false).entrySet()) {
            there += change.getValue();
            if (there < amount) {
                since = end;
            } else if (!enough) {
                since = change.getKey();
            }
            enough = there >= amount;
        }
        return since;
    }

    /** Counts from an earlier day what is taken away at a later one. */
    void takeEarlier(long amount, LocalDate from, LocalDate decided) {
        change(from, -amount);
        change(decided, amount);
    }
}
