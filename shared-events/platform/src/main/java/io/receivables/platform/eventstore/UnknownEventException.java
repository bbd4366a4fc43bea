package io.receivables.platform.eventstore;

import org.axonframework.serialization.SerializationException;

/**
 * A stored fact has a name or revision that this version cannot read. Reading stops here: a book with a fact left out is
 * wrong without showing it.
 */
public final class UnknownEventException extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnknownEventException(String message) {
        super(message);
    }
}
