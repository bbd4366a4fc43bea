package io.receivables.query.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody types as "as known": more kinds of it than the API takes, all in UTC. */
@Component
class AsKnownInput {

    private final Clock clock;

    AsKnownInput(Clock clock) {
        this.clock = clock;
    }

    /** As the API takes it; what cannot be read stays as it is, for the query to refuse. */
    @Nullable
    String read(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var text = typed.strip().replaceFirst(" ?(UTC|Z)$", "").replaceFirst("(?<=[0-9]) (?=[0-9])", "T");
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return endOfDay(text);
        }
        return text.matches("[0-9-]{10}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?") ? text + "Z" : typed;
    }

    /** A day is known at its end; today, as far as it has come. */
    private String endOfDay(String text) {
        try {
            var end = LocalDate.parse(text)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minus(1, ChronoUnit.MICROS);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return (isToday(end, now) ? now : end).toString();
        } catch (DateTimeParseException notADate) {
            return text;
        }
    }

    private static boolean isToday(Instant end, Instant now) {
        return end.isAfter(now) && end.minus(1, ChronoUnit.DAYS).isBefore(now);
    }
}
