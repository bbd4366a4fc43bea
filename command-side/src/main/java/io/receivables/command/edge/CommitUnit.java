package io.receivables.command.edge;

import io.receivables.platform.eventstore.AppendedPositions;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that must be atomic with the events of a command, in this order: the idempotency key is locked and looked
 * up, the command is decided, the events are appended, the answer is stored under its key. One transaction, one place.
 * Axon puts every interceptor bean around the handlers of the command bus.
 */
@Component
class CommitUnit implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final IdempotencyStore idempotency;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CommitUnit(IdempotencyStore idempotency, JdbcClient jdbc) {
        this.idempotency = idempotency;
        this.jdbc = jdbc;
        this.json = StrictJson.mapper();
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var context = CommandContext.current();
        var stored = idempotency.lockAndFind(context);
        if (stored != null) {
            return new PendingAnswer(stored);
        }
        var pending = new PendingAnswer(null);
        if (!(chain.proceed() instanceof Reply reply)) {
            throw new IllegalStateException(
                    "a command handler without reply: " + unitOfWork.getMessage().getPayloadType());
        }
        // The event store appends in this phase too; its handler was registered earlier and so runs first.
        unitOfWork.onPrepareCommit(work -> {
            var answer = answer(reply, AppendedPositions.lastOf(work).orElseGet(this::head));
            idempotency.store(context, answer);
            pending.complete(answer);
        });
        return pending;
    }

    private Answer answer(Reply reply, long position) {
        var resource = reply.resource().at(position);
        return new Answer(reply.location() == null ? 200 : 201, reply.location(), resource.version(),
                json.writeValueAsBytes(resource), false);
    }

    /** A command that raised no event is consistent with everything stored so far. */
    private long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.event").query(Long.class).single();
    }

    /** Complete once the events have their positions. */
    static final class PendingAnswer {

        private @Nullable Answer answer;

        PendingAnswer(@Nullable Answer answer) {
            this.answer = answer;
        }

        void complete(Answer completed) {
            answer = completed;
        }

        Answer get() {
            return Objects.requireNonNull(answer, "the answer of a command that did not commit");
        }
    }
}
