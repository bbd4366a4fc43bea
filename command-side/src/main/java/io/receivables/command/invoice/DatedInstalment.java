package io.receivables.command.invoice;

import io.receivables.command.stream.DatedAmounts;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.InstalmentFigures;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** One instalment: what settles it, by kind and date. */
final class DatedInstalment {

    /** What reduces an instalment. */
    enum Kind {
        PAID,
        CREDITED,
        DISCOUNTED,
        WRITTEN_OFF,
        CANCELLED,
        SMALL_DIFFERENCE,
        /** Owed to a factor alone. */
        FACTORED,
        /** Moved to instalments with other due dates. */
        RESCHEDULED;

        static Kind of(CreditSource source) {
            return source.kind() == CreditSource.Kind.PAYMENT ? PAID : CREDITED;
        }
    }

    private final Instalment instalment;
    private final DatedAmounts open;
    private final Map<Kind, DatedAmounts> reductions = new EnumMap<>(Kind.class);

    DatedInstalment(Instalment instalment, LocalDate from) {
        this.instalment = instalment;
        var currency = instalment.amount().currency();
        this.open = new DatedAmounts(currency);
        open.add(from, instalment.amount());
        for (var kind : Kind.values()) {
            reductions.put(kind, new DatedAmounts(currency));
        }
    }

    void reduce(Kind kind, LocalDate date, Money amount) {
        open.take(date, amount);
        of(kind).add(date, amount);
    }

    void restore(Kind kind, LocalDate date, Money amount) {
        open.add(date, amount);
        of(kind).take(date, amount);
    }

    /** Whether it was not moved to other due dates before its own had come. */
    boolean couldBeLate() {
        var due = instalment.dueDate();
        return of(Kind.RESCHEDULED).at(due).isZero() || open.at(due).isPositive();
    }

    DatedAmounts open() {
        return open;
    }

    DatedAmounts of(Kind kind) {
        return Objects.requireNonNull(reductions.get(kind));
    }

    Instalment instalment() {
        return instalment;
    }

    InstalmentFigures figuresAt(LocalDate date) {
        return new InstalmentFigures(instalment, of(Kind.PAID).at(date), of(Kind.CREDITED).at(date),
                of(Kind.DISCOUNTED).at(date), of(Kind.WRITTEN_OFF).at(date), of(Kind.CANCELLED).at(date),
                of(Kind.RESCHEDULED).at(date), of(Kind.SMALL_DIFFERENCE).at(date),
                of(Kind.FACTORED).at(date));
    }
}
