package io.receivables.query.audit.explain;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.agedbalance.AgedBalance.Figures;
import io.receivables.query.agedbalance.Edges;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A figure of an account, by the name under which its answers show it. */
sealed interface Figure {

    /** As it is written in a query. */
    String word();

    /** Figures that are a sum of movements. */
    enum OfMovements implements Figure {
        BALANCE("balance", "true"),
        AMOUNT_DUE("amountDue", "m.due_date is not null"),
        OVERDUE("overdue", "m.due_date < :asAt"),
        NOT_DUE("notDue", "%s <= 0"),
        /** Shown above zero, though it is what we owe. */
        UNAPPLIED("unapplied", "m.due_date is null"),
        CHARGES("charges", "m.document_type = 'CHARGE'");

        private final String word;
        private final String condition;

        OfMovements(String word, String condition) {
            this.word = word;
            this.condition = condition;
        }

        @Override
        public String word() {
            return word;
        }

        String condition() {
            return condition;
        }
    }

    /** One bucket of the aged balance, counted from 0. */
    record Bucket(int index) implements Figure {

        @Override
        public String word() {
            return Integer.toString(index);
        }
    }

    /** The part of what is open that is marked, or that a factor may claim. */
    enum Marked implements Figure {
        DISPUTED,
        DOUBTFUL,
        FACTORED;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Figure of(@Nullable String word, Edges edges) {
        if (word == null) {
            return OfMovements.BALANCE;
        }
        if (word.matches("[0-9]{1,2}") && Integer.parseInt(word) <= edges.days().size()) {
            return new Bucket(Integer.parseInt(word));
        }
        return Stream.<Figure>concat(Stream.of(OfMovements.values()), Stream.of(Marked.values()))
                .filter(figure -> figure.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.PARAMETER_INVALID, "bucket " + word
                        + " is none of balance, amountDue, overdue, notDue, 0 to " + edges.days().size()
                        + ", unapplied, charges, disputed, doubtful, factored"));
    }

    /** What the aged balance says of it; null for what it does not say. */
    default @Nullable BigDecimal in(Figures figures) {
        var overdue = figures.buckets().stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (this) {
            case OfMovements.BALANCE -> new BigDecimal(figures.balance());
            case OfMovements.AMOUNT_DUE -> new BigDecimal(figures.notDue()).add(overdue);
            // By due date, whatever the buckets go by.
            case OfMovements.OVERDUE -> null;
            case OfMovements.NOT_DUE -> new BigDecimal(figures.notDue());
            case OfMovements.UNAPPLIED -> new BigDecimal(figures.unapplied());
            case OfMovements.CHARGES -> new BigDecimal(figures.charges());
            case Bucket(int index) -> new BigDecimal(figures.buckets().get(index));
            case Marked.DISPUTED -> new BigDecimal(figures.disputed());
            case Marked.DOUBTFUL -> new BigDecimal(figures.doubtful());
            case Marked.FACTORED -> new BigDecimal(figures.factored());
        };
    }
}
