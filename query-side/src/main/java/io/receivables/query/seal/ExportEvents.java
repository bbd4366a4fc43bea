package io.receivables.query.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.receivables.platform.eventstore.EventEntry;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes out every stored event. The last line says how many there were, so that nobody takes a file that was cut off for the
 * whole.
 */
@Service
public class ExportEvents {

    private static final int PORTION = 1_000;

    private final ReceivablesEventStorageEngine store;
    private final SealRows rows;
    private final JsonMapper json;

    ExportEvents(ReceivablesEventStorageEngine store, SealRows rows, JsonMapper json) {
        this.store = store;
        this.rows = rows;
        this.json = json;
    }

    /**
     * A line of an event.
     *
     * @param payload as stored, in Base64; so is {@code metadata}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({"position", "eventId", "streamId", "sequence", "streamType", "type", "revision", "recordedAt",
            "payload", "metadata"})
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record Line(long position, String eventId, String streamId, long sequence, @Nullable String streamType, String type,
            String revision, Instant recordedAt, byte[] payload, byte[] metadata) {

        static Line of(EventEntry entry) {
            return new Line(entry.position(), entry.eventId(), entry.streamId(), entry.sequence(), entry.streamType(),
                    entry.type(), entry.revision(), entry.recordedAt(), entry.payload(), entry.metadata());
        }
    }

    /** The last line. */
    @JsonPropertyOrder({"origin", "events", "lastPosition"})
    record End(String origin, long events, long lastPosition) {}

    /** An export that is allowed. */
    public interface Reading {

        /**
         * @param progress is told the position that was written, and the last one there is
         * @throws IOException the reader has gone away
         */
        void writeTo(OutputStream out, Progress progress) throws IOException;
    }

    /** Listens to how far an export is. */
    public interface Progress {

        void at(long position, long head);
    }

    /** The last position that is stored now. */
    public long head() {
        return store.createHeadToken().position().orElseThrow();
    }

    /** All that is there now. Every entity's events are in it: who may not see them all gets none. */
    Reading read() {
        return read(head());
    }

    /**
     * The events up to a position.
     *
     * @throws Refusal FORBIDDEN
     */
    public Reading read(long upTo) {
        if (!Scope.of(null).all()) {
            throw new Refusal(ProblemCode.FORBIDDEN,
                    "the export holds the events of every legal entity, and you may not see them all");
        }
        return (out, progress) -> write(upTo, out, progress);
    }

    private void write(long head, OutputStream out, Progress progress) throws IOException {
        long events = 0;
        long last = 0;
        while (last < head) {
            var portion = store.readEntriesAfter(last, PORTION);
            if (portion.isEmpty()) {
                break; // somebody has taken events out: the last line says what is there
            }
            for (var entry : portion) {
                if (entry.position() <= head) {
                    out.write(json.writeValueAsBytes(Line.of(entry)));
                    out.write('\n');
                    events++;
                    last = entry.position();
                }
            }
            progress.at(last, head);
        }
        out.write(json.writeValueAsBytes(new End(rows.origin(), events, last)));
        out.write('\n');
    }
}
