package io.receivables.platform.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the store as it is stored, byte for byte.
 *
 * @param position rises, with gaps where a transaction was rolled back
 * @param streamType null where the store has none
 * @param sequence within the stream, from 0
 * @param type the alias of the fact
 * @param recordedAt by the clock of the node that recorded it, in microseconds
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares: they are hashed or written out
public record EventEntry(long position, String eventId, String streamId, long sequence, @Nullable String streamType,
        String type, String revision, Instant recordedAt, byte[] payload, byte[] metadata) {}
