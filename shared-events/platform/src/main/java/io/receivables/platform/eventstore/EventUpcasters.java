package io.receivables.platform.eventstore;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * The one ordered chain that brings facts of earlier revisions to the revision of today. An upcaster is one step from one
 * revision to the next and is named after it, such as {@code InvoiceIssued1To2}; the chain runs them in this order. It makes
 * one fact of one, of the same name, and looks at nothing but its revision and payload: that is all that {@link FactDecoder}
 * shows it.
 */
public final class EventUpcasters {

    private static final List<EventUpcaster> OLDEST_FIRST = List.of();

    private EventUpcasters() {}

    public static EventUpcaster chain() {
        return chain(OLDEST_FIRST);
    }

    static EventUpcaster chain(List<EventUpcaster> oldestFirst) {
        return new EventUpcasterChain(oldestFirst);
    }
}
