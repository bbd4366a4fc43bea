package io.receivables.command.edge;

import io.receivables.command.lane.Answer;
import io.receivables.command.lane.Lane;
import io.receivables.command.stream.Command;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Sends commands from the REST edge into the lane, and answers. */
@Component
public class Commands {

    private final Lane lane;

    Commands(Lane lane) {
        this.lane = lane;
    }

    /** @throws Refusal when the command is refused, or has lost the race to others each time */
    public ResponseEntity<byte[]> send(Command command, CommandContext request) {
        if (CommandCapture.isBound()) {
            return CommandCapture.take(command);
        }
        var context = request.with(RequestContextHolder.currentRequestAttributes()
                .getAttribute(CommandBodyAdvice.BODY,
                        RequestAttributes.SCOPE_REQUEST));
        try {
            return toResponse(lane.submit(command, context).join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /**
     * Sends one part of what is done in many transactions, which a line of a batch cannot hold.
     *
     * @throws Refusal also VALUE_INVALID inside a batch
     */
    ResponseEntity<byte[]> sendWhole(Command command, CommandContext request) {
        if (CommandCapture.isBound()) {
            throw new Refusal(ProblemCode.VALUE_INVALID,
                    "this is done in many transactions: send it to its own URL, not in a batch");
        }
        return send(command, request);
    }

    private static ResponseEntity<byte[]> toResponse(Answer answer) {
        var response = ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(String.valueOf(answer.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(Objects.requireNonNull(answer.body()));
    }
}
