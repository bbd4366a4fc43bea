package io.receivables.command.edge;

import io.receivables.command.stream.Command;
import io.receivables.platform.problem.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the parts of a run one after the other, each under a key that is derived from the request's: should a node end in the
 * middle, the same request goes on behind the parts that are done and answers all of them.
 */
@Component
public class RunInParts {

    private final Commands commands;
    private final JsonMapper json;

    RunInParts(Commands commands, JsonMapper json) {
        this.commands = commands;
        this.json = json;
    }

    /** What a run, or a part of it, has done. */
    public interface Done<R> {

        /** Where the next part begins; null at the end. */
        @Nullable
        Object next();

        /** Together with the next part. */
        R with(R part);
    }

    /**
     * @param first the command of the first part
     * @param behind the command of the part that begins where this one ended
     * @throws Refusal of a part; VALUE_INVALID inside a batch
     */
    public <R extends Done<R>> ResponseEntity<byte[]> send(Command first, Function<R, Command> behind, Class<R> type,
            CommandContext context) {
        var answer = commands.sendWhole(first, context);
        var run = json.readValue(answer.getBody(), type);
        for (int no = 2; run.next() != null; no++) {
            var part = commands.sendWhole(behind.apply(run), context.part(no));
            run = run.with(json.readValue(part.getBody(), type));
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(json.writeValueAsBytes(run));
    }
}
