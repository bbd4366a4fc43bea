package io.receivables.command.lane;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.lane.Turn.Decided;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamCache;
import io.receivables.platform.eventstore.GroupedEvents;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides commands one after the other, inside a group: what they decide stays in its memory. */
@Component
class Decisions {

    private final CommandBus bus;
    private final ReceivablesEventStorageEngine engine;
    private final StreamCache cache;
    private final List<ReadAhead> readers;
    private final List<AfterDecision> followers;
    private final List<AfterRefusal> afterRefusals;
    private final Sql sql;

    Decisions(CommandBus bus, ReceivablesEventStorageEngine engine, StreamCache cache, List<ReadAhead> readers,
            List<AfterDecision> followers, List<AfterRefusal> afterRefusals, Sql sql) {
        this.bus = bus;
        this.engine = engine;
        this.cache = cache;
        this.readers = readers;
        this.followers = followers;
        this.afterRefusals = afterRefusals;
        this.sql = sql;
    }

    /** What the commands will need to know, as far as they tell it themselves. */
    List<Sql.Query> questions(List<Turn> turns) {
        var commands = turns.stream().map(Turn::command).toList();
        var questions = new ArrayList<Sql.Query>();
        readers.forEach(reader -> questions.addAll(reader.questions(commands)));
        var streams = streamsOf(commands).filter(id -> !cache.containsKey(id)).toList();
        if (!streams.isEmpty()) {
            var events = CommitGroup.current().events();
            events.expect(streams);
            questions.add(Sql.Query.of(GroupedEvents.READ_AHEAD, (row, _) -> events.keep(row),
                    Sql.Column.of("text", streams, id -> id)));
        }
        return questions;
    }

    private static Stream<String> streamsOf(List<Command> commands) {
        return commands.stream().flatMap(command -> command.streams().stream()).distinct();
    }

    /** Asks those {@link #questions} now. */
    void ask(List<Turn> turns) {
        sql.ask(questions(turns));
    }

    /** Reads what else the commands will need, once the answers to {@link #questions} are there. */
    void readOn(CommitGroup group, List<Turn> turns) {
        var commands = turns.stream().map(Turn::command).toList();
        readers.forEach(reader -> reader.readOn(commands));
        group.known(streamsOf(commands).filter(cache::containsKey).toList());
    }

    /**
     * @throws Refusal the command is refused; the group is as it was before
     * @throws RuntimeException anything else: the group must not be committed
     */
    Decided decide(CommitGroup group, Turn turn) {
        group.begin();
        int begin = group.events().size();
        var result = dispatch(turn.command(), turn.context());
        if (!result.isExceptional()) {
            tellFollowers(group, begin);
            group.accept();
            if (!(result.getPayload() instanceof Reply reply)) {
                throw new IllegalStateException("a command handler without reply: " + turn.command().getClass());
            }
            return new Decided(turn, reply, begin, group.events().size());
        }
        group.reject();
        var refusal = Conflicts.refusalOf(result.exceptionResult());
        if (refusal == null) {
            throw Conflicts.unwrapped(result.exceptionResult());
        }
        if (group.events().size() != begin) {
            throw new IllegalStateException("refused after its events were appended", refusal);
        }
        requireCurrent(group, refusal);
        throw refusal;
    }

    /** What is kept of a command that was refused; the group is as it was before, but for that. */
    void recordRefused(CommitGroup group, Turn turn, Refusal refusal) {
        afterRefusals.stream().flatMap(it -> it.after(refusal).stream()).forEach(command -> {
            group.begin();
            int begin = group.events().size();
            var result = dispatch(command, turn.context());
            if (result.isExceptional()) {
                throw Conflicts.unwrapped(result.exceptionResult());
            }
            tellFollowers(group, begin);
            group.accept();
        });
    }

    private void tellFollowers(CommitGroup group, int begin) {
        var events = group.events().since(begin);
        followers.forEach(follower -> follower.decided(events));
    }

    private CommandResultMessage<?> dispatch(Command command, CommandContext context) {
        var message = new GenericCommandMessage<>(command);
        var results = new ArrayList<CommandResultMessage<?>>(1);
        bus.<Command, Object>dispatch(message.withMetaData(
                context.metaData(message.getIdentifier(), command.why())), (_, result) -> results.add(result));
        return results.getFirst();
    }

    /** A refusal may rest on a cached stream that another node has moved on from; then it is no answer. */
    private void requireCurrent(CommitGroup group, Refusal refusal) {
        if (!Conflicts.mayRestOnCache(refusal)) {
            return;
        }
        var loaded = group.loadedVersions();
        if (loaded.isEmpty()) {
            return;
        }
        var stored = engine.versions(loaded.keySet());
        loaded.forEach((stream, version) -> {
            @Nullable
            Long now = stored.getOrDefault(stream, 0L);
            if (!version.equals(now)) {
                throw new ConcurrencyException("refused by " + stream + " at version " + version + ", which is at "
                        + now);
            }
        });
    }
}
