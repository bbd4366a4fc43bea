package io.receivables.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** One row of the store. Axon's own entry keeps milliseconds only; this one keeps the microseconds that are stored. */
record StoredEvent(@Nullable String type, String aggregateIdentifier, long sequenceNumber, String eventIdentifier,
        Instant timestamp, SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metaData) implements DomainEventData<byte[]> {

    static StoredEvent from(ResultSet row) throws SQLException {
        return new StoredEvent(row.getString("type"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("event_identifier"),
                row.getObject("time_stamp", OffsetDateTime.class).toInstant(),
                new SimpleSerializedObject<>(row.getBytes("payload"), byte[].class,
                        new SimpleSerializedType(row.getString("payload_type"), row.getString("payload_revision"))),
                new SerializedMetaData<>(row.getBytes("metadata"), byte[].class));
    }

    @Override
    public @Nullable String getType() {
        return type;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateIdentifier;
    }

    @Override
    public long getSequenceNumber() {
        return sequenceNumber;
    }

    @Override
    public String getEventIdentifier() {
        return eventIdentifier;
    }

    @Override
    public Instant getTimestamp() {
        return timestamp;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return payload;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metaData;
    }
}
