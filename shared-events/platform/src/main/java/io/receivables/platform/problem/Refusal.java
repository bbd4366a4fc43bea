package io.receivables.platform.problem;

import java.util.List;
import org.axonframework.common.AxonNonTransientException;

/**
 * A command or query that is refused, with the numbers in its detail. Expected, not a defect: it is never retried as it
 * stands, nothing was changed.
 */
public final class Refusal extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldError> errors;

    /** What is wrong with one field of the input; {@code pointer} is a JSON pointer (RFC 6901) into the body. */
    public record FieldError(String pointer, ProblemCode code, String detail) {}

    public Refusal(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Refusal(ProblemCode code, String detail, List<FieldError> errors) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** The same about a part of the body: its pointers begin there. */
    public Refusal under(String pointer) {
        return new Refusal(code, detail(), errors.stream()
                .map(error -> new FieldError(pointer + error.pointer(), error.code(), error.detail()))
                .toList());
    }

    /** Refusals are answers: they need no stack. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
