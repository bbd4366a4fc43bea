package io.receivables.command.period;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;

/** A month is signed off when its last day has passed where the legal entity is. */
final class MonthMustBeOver {

    private MonthMustBeOver() {}

    static void check(YearMonth period, LocalDate today) {
        if (!period.atEndOfMonth().isBefore(today)) {
            throw new Refusal(ProblemCode.PERIOD_NOT_OVER,
                    period + " ends on " + period.atEndOfMonth() + "; today is " + today);
        }
    }
}
