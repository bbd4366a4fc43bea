package io.receivables.query.kpi;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.BookRequest;
import io.receivables.query.edge.Parameters;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Key figures as they are asked for, every part as written in the query.
 *
 * @param from the first day of the period, which ends as at the date
 * @param days instead of {@code from}: how many days the period has; without both, 90
 */
public record KpiRequest(@Nullable String legalEntity, @Nullable String asAt, @Nullable String asKnown,
        @Nullable String currency, @Nullable String accountId, @Nullable String receivableClass,
        @Nullable String from, @Nullable String days) {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 3_660;

    BookRequest book() {
        return new BookRequest(legalEntity, asAt, asKnown, currency, accountId, receivableClass);
    }

    /** The first day of the period that ends on a day. */
    LocalDate firstDay(LocalDate last) {
        if (from != null && days != null) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID, "either from or days, not both: " + from + ", " + days);
        }
        if (from == null) {
            return last.minusDays(length() - 1L);
        }
        var first = Parameters.date("from", from);
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "from " + first + " must be at most " + MOST_DAYS + " days before " + last + ", and not after it");
        }
        return first;
    }

    /** Of a period that is told in days. */
    int length() {
        if (days == null) {
            return USUAL_DAYS;
        }
        if (!days.matches("[1-9][0-9]{0,3}") || Integer.parseInt(days) > MOST_DAYS) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "days is not a number from 1 to " + MOST_DAYS + ": " + days);
        }
        return Integer.parseInt(days);
    }
}
