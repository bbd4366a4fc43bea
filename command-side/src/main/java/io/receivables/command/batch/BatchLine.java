package io.receivables.command.batch;

import io.receivables.command.edge.BodyRefusals;
import io.receivables.command.edge.CommandEndpoints;
import io.receivables.command.edge.CommandEndpoints.Bound;
import io.receivables.command.edge.RequiredFields;
import io.receivables.command.edge.StrictJson;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line as far as it could be read: either the command that it stands for, or why there is none.
 *
 * @param bound null when the line is refused
 * @param refusal null when it is not
 */
record BatchLine(int line, @Nullable String key, @Nullable String command, @Nullable Bound bound,
        @Nullable RuntimeException refusal) {

    private static final JsonMapper JSON = StrictJson.mapper();

    /** The shape of a line. */
    record Shape(String key, String command, @Nullable List<String> target, @Nullable JsonNode body) {}

    static BatchLine read(StoredLine stored, BatchOrder order, CommandEndpoints endpoints) {
        Shape shape;
        try {
            shape = shapeOf(stored.content());
        } catch (RuntimeException unreadable) {
            return new BatchLine(stored.line(), null, null, null, unreadable);
        }
        try {
            var target = shape.target() == null ? List.<String>of() : shape.target();
            var bound = endpoints.bind(order.actor(), shape.key(), order.correlationId(), shape.command(), target,
                    shape.body());
            return new BatchLine(stored.line(), shape.key(), shape.command(),
                    new Bound(bound.command(), bound.context().inBrief()), null);
        } catch (RuntimeException refused) {
            return new BatchLine(stored.line(), shape.key(), shape.command(), null, refused);
        }
    }

    private static Shape shapeOf(byte @Nullable [] content) {
        if (content == null) {
            throw new Refusal(ProblemCode.BODY_TOO_LARGE,
                    "a line has at most " + BatchIntake.MAX_LINE_BYTES + " bytes");
        }
        try {
            var shape = JSON.readValue(content, Shape.class);
            if (shape == null) {
                throw new Refusal(ProblemCode.REQUIRED, "a JSON object is required, not null");
            }
            RequiredFields.check(shape);
            return shape;
        } catch (JacksonException e) {
            throw BodyRefusals.of(e);
        }
    }

    Bound requireBound() {
        return Objects.requireNonNull(bound);
    }

    LineOutcome refused(RuntimeException reason) {
        return LineOutcome.refused(line, key, command, reason);
    }
}
