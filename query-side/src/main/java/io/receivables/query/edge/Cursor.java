package io.receivables.query.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;

/** The place after a row in a sorted list, written so that nobody is tempted to build one. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String after(List<String> keys) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(SEPARATOR, keys).getBytes(UTF_8));
    }

    static List<String> read(String cursor, int count) {
        try {
            var keys = List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(SEPARATOR, -1));
            if (keys.size() == count && keys.stream().noneMatch(key -> key.indexOf('\0') >= 0)
                    && after(keys).equals(cursor)) {
                return keys;
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid(cursor);
        }
        throw invalid(cursor);
    }

    /** A key that is a date. */
    public static LocalDate date(String key) {
        try {
            return LocalDate.parse(key);
        } catch (DateTimeParseException foreign) {
            throw invalid(key);
        }
    }

    /** A key that is a number. */
    public static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException foreign) {
            throw invalid(key);
        }
    }

    /** For keys that are well formed but of the wrong kind. */
    public static Refusal invalid(String cursor) {
        return new Refusal(ProblemCode.CURSOR_INVALID, "this cursor was not given by this list: " + cursor);
    }
}
