package io.receivables.command.lane;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.StrictJson;
import io.receivables.command.lane.Turn.Outcome;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamCache;
import io.receivables.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges commands in order as the lane would, on one snapshot of what is stored, and forgets them: each sees what those
 * before it would have done. Nothing is written and nothing is locked, so nobody waits; the lane goes on beside it.
 */
@Component
public class DryRun {

    private final TransactionTemplate snapshot;
    private final IdempotencyStore idempotency;
    private final Decisions decisions;
    private final StreamCache cache;
    private final JsonMapper json = StrictJson.mapper();

    DryRun(@Qualifier("eventTransactionManager") PlatformTransactionManager transactions,
            IdempotencyStore idempotency, Decisions decisions, StreamCache cache) {
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.cache = cache;
    }

    /** A command to be judged. */
    public record Wish(Command command, CommandContext context) {}

    /** What it would be answered: exactly one of the two is there. The answer has no body. */
    public sealed interface Verdict {

        record Done(Answer answer) implements Verdict {}

        record Refused(RuntimeException reason) implements Verdict {}
    }

    /** Judges as many parts of one story as the caller has. */
    public interface Judge {
        List<Verdict> judge(List<Wish> wishes);
    }

    public void run(Consumer<Judge> story) {
        var group = new CommitGroup(true);
        var earlier = new HashMap<IdempotencyKey.Name, IdempotencyStore.Stored>();
        snapshot.executeWithoutResult(
                _ -> cache.apart(() -> group.run(() -> story.accept(wishes -> judge(group, earlier, wishes)))));
    }

    private List<Verdict> judge(CommitGroup group, Map<IdempotencyKey.Name, IdempotencyStore.Stored> earlier,
            List<Wish> wishes) {
        var turns = wishes.stream()
                .map(wish -> new Turn(wish.command(), wish.context(), IdempotencyKey.of(wish.context(), json)))
                .toList();
        if (turns.isEmpty()) {
            return List.of();
        }
        idempotency.find(turns.stream().map(Turn::key).toList()).forEach((name, found) -> {
            if (found.stored() != null) {
                earlier.putIfAbsent(name, found.stored());
            }
        });
        decisions.ask(turns);
        decisions.readOn(group, turns);
        var verdicts = new ArrayList<Verdict>(turns.size());
        for (var turn : turns) {
            verdicts.add(judge(group, earlier, turn));
        }
        return verdicts;
    }

    private Verdict judge(CommitGroup group, Map<IdempotencyKey.Name, IdempotencyStore.Stored> earlier, Turn turn) {
        var stored = earlier.get(turn.key().name());
        if (stored != null) {
            return switch (GroupCommit.replayed(turn, stored)) {
                case Outcome.Answered answered -> new Verdict.Done(answered.answer());
                case Outcome.Refused refused -> new Verdict.Refused(refused.refusal());
                case Outcome.Later _ -> throw new IllegalStateException("a stored answer is there");
            };
        }
        try {
            var reply = decisions.decide(group, turn).reply();
            var answer = new Answer(reply.status(), reply.location(), reply.resource().version(), null, null, false);
            earlier.put(turn.key().name(), new IdempotencyStore.Stored(turn.key().fingerprint(), answer, null));
            return new Verdict.Done(answer);
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal);
        }
    }
}
