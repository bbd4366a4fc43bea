package io.receivables.command.edge;

import io.receivables.command.stream.Command;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Sends commands from the REST edge: retries lost races, turns conflicts into refusals, answers. */
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int ATTEMPTS = 8;

    private final CommandBus bus;

    Commands(CommandBus bus) {
        this.bus = bus;
    }

    /** @throws Refusal when the command is refused, or has lost the race to others each time */
    public ResponseEntity<byte[]> send(Command command, CommandContext request) {
        var context = request.with(RequestContextHolder.currentRequestAttributes()
                .getAttribute(CommandBodyAdvice.BODY,
                        RequestAttributes.SCOPE_REQUEST));
        return dispatch(command, context).toResponse();
    }

    private Answer dispatch(Command command, CommandContext context) {
        for (int attempt = 1;; attempt++) {
            try {
                return once(command, context);
            } catch (RuntimeException e) {
                var refusal = Conflicts.refusalOf(e);
                if (refusal == null && !Conflicts.isLostRace(e)) {
                    throw e;
                }
                // A refusal may rest on a cached state that another node has moved on from; the failed attempt has
                // evicted it, so the second one decides on what is stored.
                if (refusal != null && (attempt > 1 || !Conflicts.mayRestOnCache(refusal))) {
                    throw refusal;
                }
                if (attempt == ATTEMPTS) {
                    throw new Refusal(ProblemCode.CONCURRENT_CHANGE,
                            "others changed the same documents " + ATTEMPTS + " times in a row; try again");
                }
                LOG.debug("attempt {} of {} failed: {}", attempt, command, e.toString());
                if (refusal == null) {
                    pause(attempt);
                }
            }
        }
    }

    private Answer once(Command command, CommandContext context) {
        var message = new GenericCommandMessage<>(command);
        var callback = new FutureCallback<Command, CommitUnit.PendingAnswer>();
        bus.dispatch(message.withMetaData(context.metaData(message.getIdentifier(), command.why())), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw Conflicts.unwrapped(result.exceptionResult());
        }
        return result.getPayload().get();
    }

    /** Jitter lets one of the racers through. */
    private static void pause(int attempt) {
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(500, 2_000L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
