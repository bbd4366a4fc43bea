package io.receivables.command.account.closure;

import io.receivables.command.openitem.LastMove;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;

/** On a day after which something moved, something was open that day or the days after. */
final class NothingMayHaveMovedAfter {

    private NothingMayHaveMovedAfter() {}

    static void check(LocalDate closed, LastMove last) {
        if (last.date() != null && last.date().isAfter(closed)) {
            throw new Refusal(ProblemCode.NOT_AVAILABLE_AT_DATE, "account " + last.account()
                    + " is not at rest from " + closed + " on; first possible date: " + last.date());
        }
    }
}
