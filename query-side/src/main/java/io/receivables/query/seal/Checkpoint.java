package io.receivables.query.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * A signed head of the tree: these events, in this order, and no others, were there at this time.
 *
 * @param origin which store
 * @param count of the events
 * @param position of the last of them
 * @param root the hash of the tree, in hexadecimal digits
 * @param at when it was signed
 * @param signature Ed25519 over {@link #signedBytes}, in Base64
 */
@JsonPropertyOrder({"origin", "count", "position", "root", "at", "keyId", "signature"})
record Checkpoint(String origin, long count, long position, String root, Instant at, String keyId, String signature) {

    static Checkpoint signed(String origin, long count, long position, String root, Instant at, SigningKey key) {
        return new Checkpoint(origin, count, position, root, at, key.id(),
                key.sign(signedBytes(origin, count, position, root, at, key.id())));
    }

    /** What is signed: lines of text, each ended by a line feed. */
    static byte[] signedBytes(String origin, long count, long position, String root, Instant at, String keyId) {
        return "receivables checkpoint 1\n%s\n%d\n%d\n%s\n%s\n%s\n".formatted(origin, count, position, root, at, keyId)
                .getBytes(UTF_8);
    }
}
