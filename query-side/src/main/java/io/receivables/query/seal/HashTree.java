package io.receivables.query.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.receivables.platform.eventstore.EventEntry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hashes of RFC 9162, section 2.1, with SHA-256. */
final class HashTree {

    static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private HashTree() {}

    /** Knows the hashes of complete subtrees. */
    interface Subtrees {

        /** Of the 2<sup>level</sup> leaves from {@code number * 2}<sup>level</sup> on. */
        byte[] hash(int level, long number);
    }

    /**
     * The hash of an event. Its bytes are, one after the other: position and sequence (8 bytes each), the time in
     * microseconds since 1970 (8 bytes), then event id, stream id, stream type, type, revision, payload and metadata, each
     * after its length in bytes (4 bytes; -1 for a stream type that is absent). Numbers are big-endian, texts UTF-8.
     */
    static byte[] leaf(EventEntry entry) {
        var bytes = new ByteArrayOutputStream(256 + entry.payload().length + entry.metadata().length);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LEAF);
            out.writeLong(entry.position());
            out.writeLong(entry.sequence());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.recordedAt()));
            text(out, entry.eventId());
            text(out, entry.streamId());
            text(out, entry.streamType());
            text(out, entry.type());
            text(out, entry.revision());
            bytes(out, entry.payload());
            bytes(out, entry.metadata());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sha256().digest(bytes.toByteArray());
    }

    static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The head of the first {@code count} leaves. */
    static byte[] root(Subtrees subtrees, long count) {
        return count == 0 ? sha256().digest() : hash(subtrees, 0, count);
    }

    /** What leads from a leaf to the head, from the bottom up (RFC 9162, section 2.1.3.1). */
    static List<byte[]> inclusion(Subtrees subtrees, long leaf, long count) {
        var path = new ArrayList<byte[]>();
        inclusion(subtrees, leaf, 0, count, path);
        return path;
    }

    private static void inclusion(Subtrees subtrees, long leaf, long from, long to, List<byte[]> path) {
        if (to - from > 1) {
            long middle = from + split(to - from);
            if (leaf < middle) {
                inclusion(subtrees, leaf, from, middle, path);
                path.add(hash(subtrees, middle, to));
            } else {
                inclusion(subtrees, leaf, middle, to, path);
                path.add(hash(subtrees, from, middle));
            }
        }
    }

    /** What shows that a tree has only grown since it had {@code first} leaves (RFC 9162, section 2.1.4.1). */
    static List<byte[]> consistency(Subtrees subtrees, long first, long second) {
        var path = new ArrayList<byte[]>();
        if (first > 0 && first < second) {
            consistency(subtrees, first, 0, second, true, path);
        }
        return path;
    }

    private static void consistency(Subtrees subtrees, long first, long from, long to, boolean known,
            List<byte[]> path) {
        if (first == to) {
            if (!known) {
                path.add(hash(subtrees, from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (first <= middle) {
            consistency(subtrees, first, from, middle, known, path);
            path.add(hash(subtrees, middle, to));
        } else {
            consistency(subtrees, first, middle, to, false, path);
            path.add(hash(subtrees, from, middle));
        }
    }

    private static byte[] hash(Subtrees subtrees, long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            return subtrees.hash(Long.numberOfTrailingZeros(size), from / size);
        }
        long middle = from + split(size);
        return node(hash(subtrees, from, middle), hash(subtrees, middle, to));
    }

    /** The largest power of two below the size. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            bytes(out, text.getBytes(UTF_8));
        }
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
