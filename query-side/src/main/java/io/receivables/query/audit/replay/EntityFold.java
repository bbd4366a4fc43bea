package io.receivables.query.audit.replay;

import io.receivables.events.money.Money;
import io.receivables.query.audit.replay.EntityState.Figures;
import java.time.LocalDate;
import java.util.Currency;
import java.util.TreeMap;

/** The figures of a legal entity at one date, moved on by one fact after the other. */
final class EntityFold {

    private static final class Sums {

        private long due;
        private long overdue;
        private long unapplied;
        private long unidentified;

        private Figures figures(String code) {
            var currency = Currency.getInstance(code);
            return new Figures(Money.ofMinorUnits(due - unapplied, currency), Money.ofMinorUnits(due, currency),
                    Money.ofMinorUnits(overdue, currency), Money.ofMinorUnits(unapplied, currency),
                    Money.ofMinorUnits(unidentified, currency));
        }
    }

    private final String legalEntity;
    private final LocalDate asAt;
    private final TreeMap<String, Sums> byCurrency = new TreeMap<>();
    private long position;

    EntityFold(String legalEntity, LocalDate asAt) {
        this.legalEntity = legalEntity;
        this.asAt = asAt;
    }

    void on(Moved moved) {
        if (moved.mark() != null) {
            return;
        }
        var sums = byCurrency.computeIfAbsent(moved.currency(), _ -> new Sums());
        if (moved.account() == null) {
            sums.unidentified -= moved.amount();
        } else if (moved.dueDate() == null) {
            sums.unapplied -= moved.amount();
        } else {
            sums.due += moved.amount();
            sums.overdue += moved.dueDate().isBefore(asAt) ? moved.amount() : 0;
        }
    }

    void at(long known) {
        position = known;
    }

    EntityState state() {
        return new EntityState(legalEntity,
                byCurrency.entrySet().stream().map(entry -> entry.getValue().figures(entry.getKey())).toList(),
                position);
    }
}
