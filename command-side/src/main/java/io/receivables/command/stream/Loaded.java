package io.receivables.command.stream;

import io.receivables.command.edge.Brief;
import io.receivables.command.edge.CommandContext;
import io.receivables.platform.resource.Versioned;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/** A stream that was loaded for a decision; its lock is held until the command ends. */
public final class Loaded<T> {

    private final Aggregate<T> aggregate;

    Loaded(Aggregate<T> aggregate) {
        this.aggregate = aggregate;
    }

    /** Lets the stream decide; what it decides is appended when the command commits. */
    public void decide(Consumer<T> decision) {
        aggregate.execute(decision);
    }

    /** Asks the stream about its state. */
    public <R> R ask(Function<T, R> question) {
        return aggregate.invoke(question);
    }

    /** Builds the resource to answer with, from the state and the version as they are after the decisions. */
    public <R> R show(BiFunction<T, Long, R> view) {
        return aggregate.invoke(root -> view.apply(root, version()));
    }

    /**
     * The document that the command has created, to answer with; in brief where nobody reads more.
     *
     * @param day of the view; null when it is the same on every day
     */
    public Versioned answer(@Nullable LocalDate day, BiFunction<T, Long, ? extends Versioned> view) {
        return CommandContext.current().brief() ? new Brief(version(), day) : show(view);
    }

    /** The number of facts in the stream. */
    long version() {
        return Objects.requireNonNull(aggregate.version()) + 1;
    }
}
