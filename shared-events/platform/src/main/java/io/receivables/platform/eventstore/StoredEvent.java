package io.receivables.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** One row of the store. Axon's own entry keeps milliseconds only; this one keeps the microseconds that are stored. */
record StoredEvent(@Nullable String type, String aggregateIdentifier, long sequenceNumber, String eventIdentifier,
        Instant timestamp, SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metaData) implements DomainEventData<byte[]> {

    /** What {@link #read} reads, in its order, of a table {@code e}. */
    static final String COLUMNS = """
            e.global_index, e.type, e.aggregate_identifier, e.sequence_number, e.event_identifier, e.time_stamp, e.payload,
            e.payload_type, e.payload_revision, e.metadata""";

    /** By number: histories are long, and finding a column by its name takes as long as reading it. */
    static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                new SimpleSerializedObject<>(row.getBytes(7), byte[].class,
                        new SimpleSerializedType(row.getString(8), row.getString(9))),
                new SerializedMetaData<>(row.getBytes(10), byte[].class));
    }

    static EventEntry entry(TrackedDomainEventData<byte[]> row) {
        return new EventEntry(row.trackingToken().position().orElseThrow(), row.getEventIdentifier(),
                row.getAggregateIdentifier(), row.getSequenceNumber(), row.getType(),
                row.getPayload().getType().getName(), row.getPayload().getType().getRevision(), row.getTimestamp(),
                row.getPayload().getData(), row.getMetaData().getData());
    }

    /** From a statement of Axon's. */
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
