package io.receivables.platform.eventstore;

import org.axonframework.modelling.command.AggregateStreamCreationException;

/** Somebody already began the stream that this append wanted to begin: the identifier is taken. */
public final class StreamAlreadyExistsException extends AggregateStreamCreationException {

    private static final long serialVersionUID = 1L;

    private final String aggregateIdentifier;

    StreamAlreadyExistsException(String aggregateIdentifier, Throwable cause) {
        super("stream " + aggregateIdentifier + " already exists", cause);
        this.aggregateIdentifier = aggregateIdentifier;
    }

    /** The stream that exists, which need not be the first one of the append. */
    public String aggregateIdentifier() {
        return aggregateIdentifier;
    }
}
