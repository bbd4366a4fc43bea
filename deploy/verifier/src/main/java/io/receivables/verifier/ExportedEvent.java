package io.receivables.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A line of an export.
 *
 * @param hash of the event's bytes: 0, then position, sequence and time in microseconds (8 bytes each), then event id,
 *     stream id, stream type, type, revision, payload and metadata, each after its length (4 bytes, -1 for a stream type
 *     that is absent)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ExportedEvent(long position, byte[] hash) {

    private static final int LEAF = 0;
    private static final int ABSENT = -1;

    static ExportedEvent of(Json line) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LEAF);
            out.writeLong(line.number("position"));
            out.writeLong(line.number("sequence"));
            out.writeLong(micros(line.text("recordedAt")));
            write(out, line.text("eventId").getBytes(UTF_8));
            write(out, line.text("streamId").getBytes(UTF_8));
            var streamType = line.textOrNull("streamType");
            write(out, streamType == null ? null : streamType.getBytes(UTF_8));
            write(out, line.text("type").getBytes(UTF_8));
            write(out, line.text("revision").getBytes(UTF_8));
            write(out, decode(line.text("payload")));
            write(out, decode(line.text("metadata")));
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw new Unreadable(String.valueOf(broken.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ExportedEvent(line.number("position"), Hashes.of(bytes.toByteArray()));
    }

    /** The fact itself, as it is stored. */
    static Json payload(Json line) {
        return Json.read(new String(decode(line.text("payload")), UTF_8));
    }

    /** Who caused it, and by which command. */
    static Json metadata(Json line) {
        return Json.read(new String(decode(line.text("metadata")), UTF_8));
    }

    /** Each sequence of bytes has one way to be written. */
    private static byte[] decode(String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new Unreadable("not the Base64 of any bytes: " + text);
        }
        return bytes;
    }

    private static long micros(String instant) {
        var at = Instant.parse(instant);
        if (at.getNano() % 1_000 != 0) {
            throw new Unreadable("a time finer than microseconds: " + instant);
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(ABSENT);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
