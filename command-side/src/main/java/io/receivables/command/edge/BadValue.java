package io.receivables.command.edge;

import io.receivables.platform.problem.ProblemCode;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A field whose value is refused; the JSON reader adds the pointer on its way up. */
final class BadValue extends DatabindException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    BadValue(JsonParser parser, ProblemCode code, String detail) {
        super(parser, detail);
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }
}
