package io.receivables.query.kpi;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.BookRequest;
import io.receivables.query.edge.Parameters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series of key figures as it is asked for, every part as written in the query.
 *
 * @param from absent: eleven months before the month of {@code to}
 * @param to absent: today
 * @param step MONTH, the only one
 * @param days the length of the period that ends at each date; absent: 90
 */
public record TrendRequest(@Nullable String legalEntity, @Nullable String from, @Nullable String to,
        @Nullable String asKnown, @Nullable String step, @Nullable String days, @Nullable String currency,
        @Nullable String accountId, @Nullable String receivableClass) {

    private static final int MOST_STEPS = 60;
    private static final int USUAL_MONTHS = 11;

    /** The last twelve months. */
    public static TrendRequest of(KpiRequest at) {
        return new TrendRequest(at.legalEntity(), null, at.asAt(), at.asKnown(), null, at.days(), at.currency(),
                at.accountId(), at.receivableClass());
    }

    BookRequest book() {
        return new BookRequest(legalEntity, to, asKnown, currency, accountId, receivableClass);
    }

    int length() {
        return new KpiRequest(null, null, null, null, null, null, null, days).length();
    }

    /** The ends of months from {@code from} to {@code last}, and {@code last}. */
    List<LocalDate> dates(LocalDate last) {
        if (step != null && !step.equals("MONTH")) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID, "step is none of MONTH: " + step);
        }
        var first = from == null
                ? last.withDayOfMonth(1).minusMonths(USUAL_MONTHS)
                : Parameters.date("from", from);
        if (first.isAfter(last)) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID, "from " + first + " is after to " + last);
        }
        var dates = new ArrayList<LocalDate>();
        for (var month = YearMonth.from(first); month.atEndOfMonth().isBefore(last); month = month.plusMonths(1)) {
            dates.add(month.atEndOfMonth());
        }
        dates.add(last);
        if (dates.size() > MOST_STEPS) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "a series has at most " + MOST_STEPS + " dates, not " + dates.size());
        }
        return List.copyOf(dates);
    }
}
