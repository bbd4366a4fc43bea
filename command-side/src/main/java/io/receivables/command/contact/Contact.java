package io.receivables.command.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.contact.ContactEvent;
import io.receivables.events.contact.ContactLogged;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.resource.ContactResource;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One contact with a customer, in a stream of its own: a log grows without end, and nothing is decided by it. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class Contact implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private ContactLogged logged;

    Contact() {}

    public static Contact log(ContactLogged logged) {
        apply(logged);
        return new Contact();
    }

    @EventSourcingHandler
    void evolve(ContactEvent event) {
        switch (event) {
            case ContactLogged first -> {
                logged = first;
                streamId = StreamType.CONTACT.streamId(first.contactId());
            }
        }
    }

    public ContactResource resource() {
        return ContactResource.of(logged);
    }

    @Override
    public LegalEntityId legalEntity() {
        return logged.legalEntity();
    }
}
