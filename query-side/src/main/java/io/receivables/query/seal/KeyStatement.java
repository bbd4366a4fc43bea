package io.receivables.query.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * From which checkpoint on a key signs. Its predecessor vouches for it, and signs no more; the first key vouches for
 * itself, which proves nothing: whoever verifies has to know it from elsewhere.
 *
 * @param publicKey X.509 bytes in Base64
 * @param count the first size of the tree that this key may sign
 * @param endorsedBy the id of the key that signed this
 * @param signature Ed25519 over {@link #signedBytes}, in Base64
 */
@JsonPropertyOrder({"origin", "keyId", "publicKey", "count", "at", "endorsedBy", "signature"})
record KeyStatement(String origin, String keyId, String publicKey, long count, Instant at, String endorsedBy,
        String signature) {

    static KeyStatement of(String origin, SigningKey key, long count, Instant at, SigningKey endorser) {
        return new KeyStatement(origin, key.id(), key.publicKey(), count, at, endorser.id(),
                endorser.sign(signedBytes(origin, key.id(), key.publicKey(), count, at, endorser.id())));
    }

    static byte[] signedBytes(String origin, String keyId, String publicKey, long count, Instant at,
            String endorsedBy) {
        return "receivables key 1\n%s\n%s\n%s\n%d\n%s\n%s\n"
                .formatted(origin, keyId, publicKey, count, at, endorsedBy)
                .getBytes(UTF_8);
    }
}
