package io.receivables.command.lane;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Command;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A command that was accepted, from then until its answer. */
final class Turn {

    private final Command command;
    private final CommandContext context;
    private final IdempotencyKey key;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final long acceptedNanos = System.nanoTime();
    private int lostRaces;

    Turn(Command command, CommandContext context, IdempotencyKey key) {
        this.command = command;
        this.context = context;
        this.key = key;
    }

    Command command() {
        return command;
    }

    CommandContext context() {
        return context;
    }

    IdempotencyKey key() {
        return key;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    long nanosSinceAccepted() {
        return System.nanoTime() - acceptedNanos;
    }

    int lostRaces() {
        return lostRaces;
    }

    void lost(int races) {
        lostRaces += races;
    }

    /** What became of a command in a transaction. */
    sealed interface Outcome {

        Turn turn();

        /** Done now, or by an earlier request with the same key. */
        record Answered(Turn turn, Answer answer) implements Outcome {}

        record Refused(Turn turn, RuntimeException refusal) implements Outcome {}

        /**
         * A twin comes first.
         *
         * @param elsewhere whether another node decides the twin
         */
        record Later(Turn turn, boolean elsewhere) implements Outcome {}
    }

    /** A command that the group holds, and where its events begin and end. */
    record Decided(Turn turn, Reply reply, int begin, int end) {

        @Nullable
        Long lastOf(List<Long> positions) {
            return begin == end ? null : positions.get(end - 1);
        }
    }
}
