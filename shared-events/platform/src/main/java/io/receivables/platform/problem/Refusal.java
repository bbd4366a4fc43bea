package io.receivables.platform.problem;

import io.receivables.events.ReceivablesEvent;
import java.util.List;
import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * A command or query that is refused, with the numbers in its detail. Expected, not a defect: it is never retried as it
 * stands, nothing was changed; at most the fact that it was tried is left behind.
 */
public final class Refusal extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private final transient @Nullable ReceivablesEvent leaves;

    /** What is wrong with one field of the input; {@code pointer} is a JSON pointer (RFC 6901) into the body. */
    public record FieldError(String pointer, ProblemCode code, String detail) {}

    public Refusal(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Refusal(ProblemCode code, String detail, List<FieldError> errors) {
        this(code, detail, errors, null);
    }

    private Refusal(ProblemCode code, String detail, List<FieldError> errors, @Nullable ReceivablesEvent leaves) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.leaves = leaves;
    }

    /** The same; what was refused leaves the fact behind that it was tried. */
    public Refusal leaving(ReceivablesEvent fact) {
        return new Refusal(code, detail(), errors, fact);
    }

    /** The fact that the refusal leaves behind; null for nearly all: what is refused has not happened. */
    public @Nullable ReceivablesEvent leaves() {
        return leaves;
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
                .toList(), leaves);
    }

    /** Refusals are answers: they need no stack. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
