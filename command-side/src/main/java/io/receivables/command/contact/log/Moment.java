package io.receivables.command.contact.log;

import io.receivables.command.stream.Amounts;
import io.receivables.platform.problem.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When something was said: a moment, or just its day. */
record Moment(@Nullable Instant at, @Nullable LocalDate date) {

    /** @throws Refusal DATE_INVALID */
    static Moment of(String text) {
        try {
            return text.length() == 10
                    ? new Moment(null, LocalDate.parse(text))
                    : new Moment(Instant.parse(text).truncatedTo(ChronoUnit.MILLIS), null);
        } catch (DateTimeParseException e) {
            throw Amounts.refusal(ProblemCode.DATE_INVALID, "/at",
                    "a date such as 2026-03-31 or an instant such as 2026-03-31T10:00:00Z is expected");
        }
    }
}
