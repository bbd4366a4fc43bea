package io.receivables.query.cashforecast;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.BookRequest;
import org.jspecify.annotations.Nullable;

/**
 * A forecast as it is asked for, every part as written in the query.
 *
 * @param weeks absent: 13
 */
public record CashForecastRequest(@Nullable String legalEntity, @Nullable String asAt, @Nullable String asKnown,
        @Nullable String currency, @Nullable String accountId, @Nullable String receivableClass,
        @Nullable String weeks) {

    private static final int USUAL_WEEKS = 13;
    private static final int MOST_WEEKS = 53;

    BookRequest book() {
        return new BookRequest(legalEntity, asAt, asKnown, currency, accountId, receivableClass);
    }

    int length() {
        if (weeks == null) {
            return USUAL_WEEKS;
        }
        if (!weeks.matches("[1-9][0-9]?") || Integer.parseInt(weeks) > MOST_WEEKS) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "weeks is not a number from 1 to " + MOST_WEEKS + ": " + weeks);
        }
        return Integer.parseInt(weeks);
    }
}
