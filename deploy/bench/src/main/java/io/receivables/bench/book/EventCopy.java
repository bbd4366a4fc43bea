package io.receivables.bench.book;

import io.receivables.events.ReceivablesEvent;
import io.receivables.platform.eventstore.EventSerializer;
import io.receivables.platform.eventstore.TimeOrderedIds;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/** Appends facts in bulk, through the serializer that the product stores them with. Nobody else may append meanwhile. */
final class EventCopy implements AutoCloseable {

    private final Serializer serializer = EventSerializer.create();
    private final BinaryCopy rows;
    private final Random random;
    private long position;
    private Instant recordedAt = Instant.EPOCH;
    private byte[] metaData = {};

    EventCopy(DataSource dataSource, Random random) throws SQLException {
        this.rows = new BinaryCopy(dataSource.getConnection(), """
                eventstore.event (global_index, event_identifier, aggregate_identifier, sequence_number, type,
                                  payload_type, payload_revision, payload, metadata, time_stamp)""", 10);
        this.random = random;
    }

    /** What follows was recorded then, by one command. */
    void command(Instant recorded, String who) {
        recordedAt = recorded;
        var origin = MetaData.with("who", who).and("commandId", id()).and("correlationId", random().toString());
        metaData = serializer.serialize(origin, byte[].class).getData();
    }

    /** Returns the position of the fact. */
    long append(String type, String stream, long sequence, ReceivablesEvent event) throws SQLException {
        var payload = serializer.serialize(event, byte[].class);
        rows.row()
                .bigint(++position)
                .text(id())
                .text(stream)
                .bigint(sequence)
                .text(type)
                .text(payload.getType().getName())
                .text(payload.getType().getRevision())
                .bytes(payload.getData())
                .bytes(metaData)
                .instant(recordedAt);
        return position;
    }

    long position() {
        return position;
    }

    /** As the product would have made it then. */
    String id() {
        return TimeOrderedIds.of(recordedAt.toEpochMilli(), random()).toString();
    }

    private UUID random() {
        return new UUID(random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L,
                random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    void end() throws SQLException {
        rows.end();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
