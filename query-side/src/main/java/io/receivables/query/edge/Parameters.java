package io.receivables.query.edge;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a query, or refuses it. */
public final class Parameters {

    private static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);

    private Parameters() {}

    public static LocalDate date(String name, String value) {
        try {
            var date = LocalDate.parse(value);
            if (!date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE)) {
                return date;
            }
        } catch (DateTimeParseException notADate) {
            throw new Refusal(ProblemCode.DATE_INVALID, name + " is not a date such as 2026-03-31: " + value);
        }
        throw new Refusal(ProblemCode.DATE_INVALID,
                name + " " + value + " is not between " + FIRST_DATE + " and " + LAST_DATE);
    }

    public static Instant instant(String name, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException notAnInstant) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    name + " is not an instant such as 2026-03-31T12:00:00Z: " + value);
        }
    }

    public static long position(String name, String value) {
        if (value.matches("[0-9]{1,18}")) {
            return Long.parseLong(value);
        }
        throw new Refusal(ProblemCode.PARAMETER_INVALID, name + " is not a position: " + value);
    }

    public static boolean flag(String name, @Nullable String value) {
        return switch (value) {
            case null -> false;
            case "false" -> false;
            case "", "true" -> true;
            default -> throw new Refusal(ProblemCode.PARAMETER_INVALID, name + " is neither true nor false: " + value);
        };
    }

    public static <E extends Enum<E>> E choice(String name, String value, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new Refusal(ProblemCode.PARAMETER_INVALID,
                name + " " + value + " is none of " + Arrays.toString(type.getEnumConstants()));
    }
}
