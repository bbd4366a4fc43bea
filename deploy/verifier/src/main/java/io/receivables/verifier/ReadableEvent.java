package io.receivables.verifier;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact as people read it in a pack, held against its stored line. Of what is read, the figures before and after the fact and the
 * version of the policy are computed by the service: nothing that is stored shows them.
 */
final class ReadableEvent {

    /**
     * Clocks of nodes disagree: where a fact was stored with an earlier time than the one before it, it is told with a later one, so
     * that times rise. What differs by more than this is not owed to that.
     */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private ReadableEvent() {}

    /** @return the fields that are not what is stored */
    static List<String> differing(Json readable, Json stored) {
        var payload = ExportedEvent.payload(stored);
        var metadata = ExportedEvent.metadata(stored);
        var differing = new ArrayList<String>();
        require(differing, "type", readable, stored.text("type"));
        require(differing, "revision", readable, stored.text("revision"));
        require(differing, "who", readable, text(metadata, "who"));
        var why = text(metadata, "why");
        require(differing, "why", readable, why == null ? text(payload, "reason") : why);
        require(differing, "commandId", readable, text(metadata, "commandId"));
        require(differing, "correlationId", readable, text(metadata, "correlationId"));
        require(differing, "accountId", readable, accountOf(payload));
        require(differing, "legalEntity", readable, text(payload, "legalEntity"));
        var effectiveDate = text(payload, "effectiveDate");
        if (effectiveDate != null) {
            require(differing, "effectiveDate", readable, effectiveDate);
        }
        var late = text(metadata, "accountingDate");
        require(differing, "accountingDate", readable,
                Objects.equals(late, text(readable, "effectiveDate")) ? null : late);
        if (!isTimeOf(readable, stored)) {
            differing.add("recordedAt");
        }
        if (!isStreamOf(readable.object("stream"), stored)) {
            differing.add("stream");
        }
        if (!readable.object("data").equals(payload)) {
            differing.add("data");
        }
        return differing;
    }

    private static void require(List<String> differing, String field, Json readable, @Nullable String expected) {
        if (!Objects.equals(readable.fields().get(field), expected)) {
            differing.add(field);
        }
    }

    private static @Nullable String text(Json json, String field) {
        return json.fields().get(field) instanceof String text ? text : null;
    }

    /** Work on a case names its account as what it is about. */
    private static @Nullable String accountOf(Json payload) {
        return payload.fields().get("subject") instanceof Json subject && "ACCOUNT".equals(text(subject, "kind"))
                ? text(subject, "id")
                : text(payload, "accountId");
    }

    private static boolean isTimeOf(Json readable, Json stored) {
        try {
            var told = Instant.parse(readable.text("recordedAt"));
            var at = Instant.parse(stored.text("recordedAt"));
            return !told.isBefore(at) && !told.isAfter(at.plus(CLOCKS));
        } catch (DateTimeException broken) {
            return false;
        }
    }

    /** A stream is stored under its kind and its id, {@code invoice/INV-1}, and read by its id alone. */
    private static boolean isStreamOf(Json stream, Json stored) {
        var streamId = stored.text("streamId");
        var type = stored.textOrNull("streamType");
        return stream.number("sequence") == stored.number("sequence")
                && stream.text("id").equals(streamId.substring(streamId.indexOf('/') + 1))
                && (type == null || stream.text("type").equals(type));
    }
}
