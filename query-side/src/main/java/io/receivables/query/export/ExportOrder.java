package io.receivables.query.export;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to have exported.
 *
 * @param purpose what for, in words; it is kept
 * @param parameters as they were sent
 */
record ExportOrder(ExportKind kind, String purpose, SortedMap<String, String> parameters) {

    private static final String KIND = "kind";
    private static final String PURPOSE = "purpose";
    private static final int LONGEST_TEXT = 500;
    /** Signs that steer a terminal, or turn the direction of what is read, and halves of signs. */
    private static final Pattern UNSEEN = Pattern
            .compile("[\\p{Cntrl}\\p{Cs}\\u0085\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    /** @throws Refusal with a pointer to each field that is missing, unknown, or no text */
    static ExportOrder read(Map<String, @Nullable Object> body) {
        var kind = kind(body.get(KIND));
        var wrong = new ArrayList<Refusal.FieldError>();
        var parameters = new TreeMap<String, String>();
        body.forEach((field, value) -> {
            if (!field.equals(KIND) && !field.equals(PURPOSE) && !kind.takes(field)) {
                wrong.add(error(field, ProblemCode.UNKNOWN_FIELD, "is no parameter of " + kind.code()));
            } else if (value instanceof String text && isText(text)) {
                parameters.put(field, text);
            } else if (value instanceof String) {
                wrong.add(error(field, ProblemCode.TEXT_INVALID,
                        "has 1 to " + LONGEST_TEXT + " characters, and none that is not seen"));
            } else if (value != null) {
                wrong.add(error(field, ProblemCode.WRONG_TYPE, "is not a text"));
            }
        });
        for (var field : kind.required()) {
            requireNamed(field, body, wrong);
        }
        requireNamed(PURPOSE, body, wrong);
        refuse(wrong);
        parameters.remove(KIND);
        var purpose = Normalizer.normalize(String.valueOf(parameters.remove(PURPOSE)), Normalizer.Form.NFC);
        return new ExportOrder(kind, purpose, parameters);
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TEXT && !UNSEEN.matcher(text).find();
    }

    private static ExportKind kind(@Nullable Object value) {
        var kinds = Arrays.stream(ExportKind.values()).map(ExportKind::code).toList();
        if (value == null) {
            refuse(List.of(error(KIND, ProblemCode.REQUIRED, "is one of " + kinds)));
        }
        return ExportKind.of(String.valueOf(value)).orElseThrow(() -> {
            var unknown = error(KIND, ProblemCode.VALUE_INVALID, "is one of " + kinds);
            return new Refusal(unknown.code(), "/kind " + unknown.detail(), List.of(unknown));
        });
    }

    private static void requireNamed(String field, Map<String, @Nullable Object> body, List<Refusal.FieldError> wrong) {
        if (body.get(field) == null) {
            wrong.add(error(field, ProblemCode.REQUIRED, "is required"));
        }
    }

    private static Refusal.FieldError error(String field, ProblemCode code, String detail) {
        return new Refusal.FieldError("/" + field.replace("~", "~0").replace("/", "~1"), code, detail);
    }

    private static void refuse(List<Refusal.FieldError> wrong) {
        if (!wrong.isEmpty()) {
            var first = wrong.getFirst();
            throw new Refusal(first.code(), first.pointer() + " " + first.detail(), wrong);
        }
    }
}
