package io.receivables.command.stream;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;

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

    /** The number of facts in the stream. */
    long version() {
        return Objects.requireNonNull(aggregate.version()) + 1;
    }
}
