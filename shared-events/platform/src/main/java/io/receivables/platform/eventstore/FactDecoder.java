package io.receivables.platform.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.receivables.events.ReceivablesEvent;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;

/** Reads single facts as they are stored, whatever their revision, for those who do not read streams of the store. */
public final class FactDecoder {

    private final Serializer eventSerializer;
    private final EventUpcaster upcasters;

    public FactDecoder(Serializer eventSerializer, EventUpcaster upcasters) {
        this.eventSerializer = eventSerializer;
        this.upcasters = upcasters;
    }

    /**
     * @param revision that is stored
     * @param data JSON
     */
    public ReceivablesEvent decode(String type, String revision, String data) {
        var stored = new Stored(new SimpleSerializedObject<>(data.getBytes(UTF_8), byte[].class,
                new SimpleSerializedType(type, revision)));
        var today = upcasters.upcast(Stream.of(new InitialEventRepresentation(stored, eventSerializer))).toList();
        if (today.size() != 1) {
            throw new IllegalStateException("revision " + revision + " of " + type + " becomes " + today.size()
                    + " facts, and not one");
        }
        ReceivablesEvent fact = eventSerializer.deserialize(today.getFirst().getData());
        if (fact == null) {
            throw new IllegalStateException(type + " is stored without a payload");
        }
        return fact;
    }

    /** What an upcaster gets to see: type, revision and payload. */
    private record Stored(SerializedObject<byte[]> payload) implements EventData<byte[]> {

        @Override
        public SerializedObject<byte[]> getPayload() {
            return payload;
        }

        @Override
        public SerializedObject<byte[]> getMetaData() {
            return new SerializedMetaData<>("{}".getBytes(UTF_8), byte[].class);
        }

        @Override
        public String getEventIdentifier() {
            return "";
        }

        @Override
        public Instant getTimestamp() {
            return Instant.EPOCH;
        }
    }
}
