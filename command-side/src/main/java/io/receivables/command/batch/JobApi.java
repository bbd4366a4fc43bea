package io.receivables.command.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far a batch is, and what became of its lines. Shown to whoever posted it. */
@RestController
class JobApi {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    private final BatchStore store;

    JobApi(BatchStore store) {
        this.store = store;
    }

    /**
     * A part of the outcomes, in the order of their lines.
     *
     * @param nextCursor where the next part begins; null at the end of what is done so far
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Results(List<LineOutcome> items, @Nullable String nextCursor) {}

    @GetMapping("/v1/jobs/{id}")
    Job job(@PathVariable String id) {
        return require(id);
    }

    @GetMapping("/v1/jobs/{id}/results")
    Results results(@PathVariable String id, @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String outcome) {
        int size = number("limit", limit, DEFAULT_LIMIT);
        if (size == 0) {
            throw new Refusal(ProblemCode.VALUE_INVALID, "limit is not a number from 1 to " + MAX_LIMIT);
        }
        if (size > MAX_LIMIT) {
            throw new Refusal(ProblemCode.LIMIT_TOO_LARGE, "limit " + size + " is above " + MAX_LIMIT);
        }
        var rows = store.outcomes(require(id).jobId(), number("after", after, 0), succeeded(outcome), size + 1);
        return rows.size() <= size
                ? new Results(rows, null)
                : new Results(rows.subList(0, size), String.valueOf(rows.get(size - 1).line()));
    }

    private Job require(String id) {
        var refusal = new Refusal(ProblemCode.JOB_NOT_FOUND, "no job " + id);
        try {
            return store.find(UUID.fromString(id), Actor.current().subject()).orElseThrow(() -> refusal);
        } catch (IllegalArgumentException notAnId) {
            throw refusal;
        }
    }

    private static @Nullable Boolean succeeded(@Nullable String outcome) {
        return switch (outcome) {
            case null -> null;
            case "succeeded" -> true;
            case "refused" -> false;
            default -> throw new Refusal(ProblemCode.VALUE_INVALID, "outcome is succeeded or refused, not " + outcome);
        };
    }

    private static int number(String name, @Nullable String text, int absent) {
        if (text == null) {
            return absent;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new Refusal(ProblemCode.VALUE_INVALID, name + " is not a number: " + text);
        }
        return Integer.parseInt(text);
    }
}
