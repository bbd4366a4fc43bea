package io.receivables.command.lane;

import io.receivables.command.edge.Brief;
import io.receivables.command.edge.StrictJson;
import io.receivables.command.lane.Turn.Decided;
import io.receivables.command.lane.Turn.Outcome;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.platform.eventstore.ReceivablesEventStore;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that must be atomic with the events of a group of commands, in this order: the idempotency keys are locked and
 * looked up, the commands are decided, what they leave behind is written, the events are appended, the answers are
 * stored under their keys. One transaction, one place.
 */
@Component
class GroupCommit {

    private final TransactionTemplate transactions;
    private final IdempotencyStore idempotency;
    private final Decisions decisions;
    private final List<GroupTable<?, ?>> tables;
    private final List<AnswerInFull> answersInFull;
    private final ReceivablesEventStorageEngine engine;
    private final ReceivablesEventStore store;
    private final JdbcClient jdbc;
    private final JsonMapper json = StrictJson.mapper();

    GroupCommit(@Qualifier("eventTransactionManager") PlatformTransactionManager transactions,
            IdempotencyStore idempotency, Decisions decisions, List<GroupTable<?, ?>> tables,
            List<AnswerInFull> answersInFull, ReceivablesEventStorageEngine engine, ReceivablesEventStore store,
            JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(transactions);
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.tables = tables;
        this.answersInFull = answersInFull;
        this.engine = engine;
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * Decides and commits; the outcomes hold once this has returned.
     *
     * @param alone whether no other node may append meanwhile
     * @throws RuntimeException when nothing was committed, or nobody knows whether it was
     */
    List<Outcome> commit(List<Turn> turns, boolean alone) {
        var group = new CommitGroup(false);
        var outcomes = new ArrayList<Outcome>(turns.size());
        transactions.executeWithoutResult(_ -> {
            if (alone) {
                engine.appendAlone();
            }
            group.run(() -> {
                var due = dueOf(turns, outcomes);
                var decided = decide(group, due, outcomes);
                outcomes.addAll(write(group, decided));
            });
        });
        if (group.events().size() > 0) {
            store.announce();
        }
        return outcomes;
    }

    /** The commands whose keys are free; the others have their outcome. */
    private List<Turn> dueOf(List<Turn> turns, List<Outcome> outcomes) {
        // Who has lost a race asks for the answer of a twin first, and does not wait for the rows of others.
        boolean atOnce = turns.stream().allMatch(turn -> turn.lostRaces() == 0);
        var found = idempotency.lockAndFind(turns.stream().map(Turn::key).toList(),
                atOnce ? decisions.questions(turns) : List.of());
        var due = new ArrayList<Turn>(turns.size());
        var names = new HashSet<IdempotencyKey.Name>();
        for (var turn : turns) {
            var known = Objects.requireNonNull(found.get(turn.key().name()));
            var stored = known.stored();
            if (stored != null) {
                outcomes.add(replayed(turn, inFull(turn, stored)));
            } else if (!known.locked() || !names.add(turn.key().name())) {
                outcomes.add(new Outcome.Later(turn, !known.locked()));
            } else {
                due.add(turn);
            }
        }
        if (!atOnce) {
            decisions.ask(due);
        }
        return due;
    }

    static Outcome replayed(Turn turn, IdempotencyStore.Stored stored) {
        return turn.key().isOfSameRequest(stored.fingerprint())
                ? new Outcome.Answered(turn, stored.answer())
                : new Outcome.Refused(turn, new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED,
                        "the key " + turn.context().idempotencyKey() + " was used for another request"));
    }

    /** What was stored in brief, told in full to who asks for that. */
    private IdempotencyStore.Stored inFull(Turn turn, IdempotencyStore.Stored stored) {
        var brief = stored.answer();
        if (brief.body() != null || turn.context().brief() || !turn.key().isOfSameRequest(stored.fingerprint())) {
            return stored;
        }
        var path = Objects.requireNonNull(brief.location());
        var inFull = answersInFull.stream().filter(it -> path.startsWith(it.path())).findFirst().orElseThrow();
        var document = inFull.view().of(path.substring(inFull.path().length()), brief.version(), stored.day());
        long position = Objects.requireNonNull(brief.position());
        return new IdempotencyStore.Stored(stored.fingerprint(), new Answer(brief.status(), path, brief.version(),
                position, json.writeValueAsBytes(document.at(position)), true), null);
    }

    private List<Decided> decide(CommitGroup group, List<Turn> turns, List<Outcome> outcomes) {
        decisions.readOn(group, turns);
        var decided = new ArrayList<Decided>(turns.size());
        for (var turn : turns) {
            try {
                decided.add(decisions.decide(group, turn));
            } catch (Refusal refusal) {
                outcomes.add(refused(group, turn, refusal));
            }
        }
        return decided;
    }

    /** Who finds his own document there may have a twin that was committed after its answer was looked for. */
    private Outcome refused(CommitGroup group, Turn turn, Refusal refusal) {
        var twin = idempotency.find(List.of(turn.key())).get(turn.key().name());
        if (twin != null && twin.stored() != null) {
            return replayed(turn, inFull(turn, twin.stored()));
        }
        decisions.recordRefused(group, turn, refusal);
        return new Outcome.Refused(turn, refusal);
    }

    private List<Outcome> write(CommitGroup group, List<Decided> decided) {
        if (decided.isEmpty() && group.events().size() == 0) {
            return List.of();
        }
        tables.forEach(group::insertInto);
        var positions = group.append(engine);
        if (decided.isEmpty()) {
            return List.of(); // what a refusal leaves behind is no answer that a key could give again
        }
        // A command that raised no event is consistent with everything stored so far.
        long head = decided.stream().anyMatch(it -> it.begin() == it.end()) ? head() : 0;
        var answered = decided.stream().map(it -> {
            var last = it.lastOf(positions);
            return new Outcome.Answered(it.turn(), answer(it, last != null ? last : head));
        }).toList();
        idempotency.storeAndCommit(rows(decided, answered));
        return List.copyOf(answered);
    }

    private static List<IdempotencyStore.Row> rows(List<Decided> decided, List<Outcome.Answered> answered) {
        var rows = new ArrayList<IdempotencyStore.Row>(answered.size());
        for (int i = 0; i < answered.size(); i++) {
            var day = decided.get(i).reply().resource() instanceof Brief brief ? brief.day() : null;
            rows.add(new IdempotencyStore.Row(answered.get(i).turn().key(), answered.get(i).answer(), day));
        }
        return rows;
    }

    private Answer answer(Decided decided, long position) {
        var reply = decided.reply();
        var resource = reply.resource().at(position);
        return new Answer(reply.status(), reply.location(), resource.version(), position,
                resource instanceof Brief ? null : json.writeValueAsBytes(resource), false);
    }

    private long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.event").query(Long.class).single();
    }
}
