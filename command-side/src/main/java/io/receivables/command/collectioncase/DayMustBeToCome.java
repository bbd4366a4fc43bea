package io.receivables.command.collectioncase;

import io.receivables.command.stream.Amounts;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;

/** Nothing is put off to a day that is over. */
final class DayMustBeToCome {

    private DayMustBeToCome() {}

    static void check(LocalDate date, LocalDate first, String pointer) {
        if (date.isBefore(first)) {
            throw Amounts.refusal(ProblemCode.DATE_PASSED, pointer,
                    date + " has passed; first possible date: " + first);
        }
    }
}
