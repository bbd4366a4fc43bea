package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.period.AccountingDate;
import io.receivables.query.ledger.RecordedFact.Provenance;
import java.time.LocalDate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Turns messages of the event store into facts as the books know them. */
final class FactReader {

    private final Serializer eventSerializer;

    FactReader(Serializer eventSerializer) {
        this.eventSerializer = eventSerializer;
    }

    RecordedFact read(TrackedEventMessage<?> message) {
        return read((DomainEventMessage<?>) message, message.trackingToken().position().orElseThrow());
    }

    RecordedFact read(DomainEventMessage<?> message, long position) {
        var data = message.serializePayload(eventSerializer, String.class);
        return new RecordedFact(position, message.getTimestamp(), message.getSequenceNumber(),
                data.getType().getName(), data.getType().getRevision(), data.getData(),
                provenance(message.getMetaData()), accountingDate(message), (ReceivablesEvent) message.getPayload());
    }

    private static LocalDate accountingDate(DomainEventMessage<?> message) {
        var late = text(message.getMetaData(), AccountingDate.KEY);
        return late == null ? ((ReceivablesEvent) message.getPayload()).effectiveDate() : LocalDate.parse(late);
    }

    private static Provenance provenance(MetaData metaData) {
        return new Provenance(text(metaData, "who"), text(metaData, "why"), text(metaData, "commandId"),
                text(metaData, "correlationId"));
    }

    private static @Nullable String text(MetaData metaData, String key) {
        var value = metaData.get(key);
        return value == null ? null : value.toString();
    }
}
