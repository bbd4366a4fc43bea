package io.receivables.command.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.command.lane.Answer;
import io.receivables.platform.problem.Problem;
import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line: the same as its own URL would have answered.
 *
 * @param line its number in the request, from 1
 * @param key as far as the line could be read, like {@code command}
 * @param code of a refused one, with its detail and errors; pointers begin in the command's body
 * @param location the path of what was created
 * @param position of the last event; null when nothing was done, and in a dry run
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LineOutcome(int line, @Nullable String key, @Nullable String command, int status, @Nullable String code,
        @Nullable String detail, List<Refusal.FieldError> errors, @Nullable String location, @Nullable Long position) {

    static LineOutcome done(BatchLine line, Answer answer, @Nullable Long position) {
        return new LineOutcome(line.line(), line.key(), line.command(), answer.status(), null, null, List.of(),
                answer.location(), position);
    }

    static LineOutcome refused(int line, @Nullable String key, @Nullable String command, RuntimeException reason) {
        // A refusal of one line of many is an outcome, not worth a line of the log.
        var problem = reason instanceof Refusal refusal ? Problem.of(refusal) : ProblemAdvice.problemOf(reason);
        // PostgreSQL keeps no NUL in a text.
        return new LineOutcome(line, key, command, problem.status(), problem.code().name(),
                problem.detail().replace('\0', ' '), problem.errors(), null, null);
    }

    boolean succeeded() {
        return code == null;
    }
}
