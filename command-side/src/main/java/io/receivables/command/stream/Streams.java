package io.receivables.command.stream;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.lane.CommitGroup;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The streams of one kind: loads them behind the guards that every command passes, and begins new ones. */
public final class Streams<T extends EventStream> {

    private final StreamType type;
    private final Repository<T> repository;
    private final BusinessDays days;

    public Streams(StreamType type, Repository<T> repository, BusinessDays days) {
        this.type = type;
        this.repository = repository;
        this.days = days;
    }

    /**
     * Loads a stream that must exist and belong to a legal entity of the actor. Its version must be the one the client
     * has seen, and the command's date must not lie in the entity's future.
     */
    public Loaded<T> load(Object bareId) {
        var loaded = existing(bareId.toString());
        var entity = loaded.ask(EventStream::legalEntity);
        if (!CommandContext.current().actor().maySee(entity)) {
            throw type.notFound(bareId.toString());
        }
        var command = (Command) CurrentUnitOfWork.get().getMessage().getPayload();
        requireVersion(command, type.streamId(bareId), loaded);
        days.refuseFuture(entity, command.effectiveDate());
        return loaded;
    }

    /** Whether there are facts under this id; loads nothing that belongs to somebody else into an answer. */
    public Optional<Loaded<T>> find(Object bareId) {
        try {
            var streamId = type.streamId(bareId);
            var loaded = new Loaded<>(repository.load(streamId));
            CommitGroup.current().loaded(streamId, loaded.version());
            return Optional.of(loaded);
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    /** @throws Refusal already exists; a stream that another node begins meanwhile is refused when the group is appended */
    public Loaded<T> begin(Supplier<T> first) {
        try {
            var begun = repository.newInstance(first::get);
            if (CommitGroup.current().hasBegun(begun.identifierAsString())) {
                throw StreamType.alreadyExists(begun.identifierAsString());
            }
            return new Loaded<>(begun);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The refusal of what is not there, or not where it was looked for. */
    public Refusal notFound(Object bareId) {
        return type.notFound(bareId.toString());
    }

    private Loaded<T> existing(String bareId) {
        return find(bareId).orElseThrow(() -> type.notFound(bareId));
    }

    private void requireVersion(Command command, String streamId, Loaded<T> loaded) {
        var expected = CommandContext.current().ifMatch();
        var work = CurrentUnitOfWork.get();
        boolean isTarget = command.target() == null
                ? work.getOrComputeResource(Streams.class.getName(), _ -> streamId).equals(streamId)
                : streamId.equals(command.target());
        if (expected != null && isTarget && loaded.version() != expected) {
            throw new Refusal(ProblemCode.VERSION_MOVED,
                    streamId + " is at version " + loaded.version() + ", not " + expected);
        }
    }
}
