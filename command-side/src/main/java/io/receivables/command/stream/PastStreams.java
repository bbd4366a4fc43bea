package io.receivables.command.stream;

import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.springframework.stereotype.Component;

/** Streams as they once were. */
@Component
public class PastStreams {

    private final ReceivablesEventStorageEngine engine;
    private final EventBus bus;

    PastStreams(ReceivablesEventStorageEngine engine, EventBus bus) {
        this.engine = engine;
        this.bus = bus;
    }

    /** What the first facts of a stream amount to. */
    public <T extends EventStream> T at(Class<T> type, String streamId, long version) {
        var first = engine.readEvents(streamId, 0).asStream().takeWhile(it -> it.getSequenceNumber() < version);
        var facts = DomainEventStream.of(first);
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
        var root = new GenericAggregateFactory<>(type).createAggregateRoot(streamId, facts.peek());
        var stream = EventSourcedAggregate.initialize(root, model, bus,
                NoSnapshotTriggerDefinition.TRIGGER);
        stream.initializeState(facts);
        return root;
    }
}
