package io.receivables.command.edge;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what the JSON reader says into refusals with a pointer. */
public final class BodyRefusals {

    private BodyRefusals() {}

    public static Refusal of(JacksonException exception) {
        var pointer = pointer(exception);
        return switch (exception) {
            case BadValue bad -> refusal(bad.code(), pointer, bad.getOriginalMessage());
            case UnrecognizedPropertyException unknown -> refusal(ProblemCode.UNKNOWN_FIELD, pointer,
                    "no field " + unknown.getPropertyName() + " is known here");
            case InvalidFormatException invalid when invalid.getTargetType().isEnum() -> refusal(
                    ProblemCode.VALUE_INVALID, pointer,
                    "one of " + List.of(invalid.getTargetType().getEnumConstants()) + " is expected");
            case StreamConstraintsException constraint when message(constraint).contains("Document length") ->
                new Refusal(
                        ProblemCode.BODY_TOO_LARGE,
                        "a body has at most " + StrictJson.MAX_BODY_CHARACTERS + " characters");
            case StreamReadException duplicate when message(duplicate).startsWith("Duplicate") -> refusal(
                    ProblemCode.DUPLICATE_FIELD, placeOf(duplicate), message(duplicate));
            case InputCoercionException number -> refusal(ProblemCode.VALUE_INVALID, pointer, message(number));
            case MismatchedInputException trailing when message(trailing).startsWith("Trailing") -> new Refusal(
                    ProblemCode.MALFORMED_JSON, "a body is one JSON object, and nothing follows it");
            case MismatchedInputException mismatch -> refusal(ProblemCode.WRONG_TYPE, pointer,
                    "another JSON type is expected");
            default -> new Refusal(ProblemCode.MALFORMED_JSON, "the body is not JSON that can be read: "
                    + message(exception));
        };
    }

    /** Where the reader stood: a fault of the text itself does not pass through the fields that are being bound. */
    private static String placeOf(StreamReadException exception) {
        return exception.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : "";
    }

    private static String message(JacksonException exception) {
        return String.valueOf(exception.getOriginalMessage());
    }

    private static Refusal refusal(ProblemCode code, String pointer, String detail) {
        return new Refusal(code, pointer + ": " + detail, List.of(new Refusal.FieldError(pointer, code, detail)));
    }

    private static String pointer(JacksonException exception) {
        var pointer = new StringBuilder();
        for (var reference : exception.getPath()) {
            var name = reference.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? String.valueOf(reference.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
