package io.receivables.command.lane;

import io.receivables.command.edge.CommandContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request is known by.
 *
 * @param name subject and key
 * @param lock the advisory lock that stands for the name
 * @param fingerprint of method, path and bound body: what tells "the same request" from "another one"
 */
record IdempotencyKey(Name name, long lock, byte[] fingerprint) {

    /** Scope of the key, and the key. */
    record Name(String subject, String key) {}

    static IdempotencyKey of(CommandContext context, JsonMapper json) {
        var name = new Name(context.actor().subject(), context.idempotencyKey());
        var lock = sha256().digest((name.subject() + "\0" + name.key()).getBytes(StandardCharsets.UTF_8));
        var digest = sha256();
        digest.update(context.target().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return new IdempotencyKey(name, ByteBuffer.wrap(lock).getLong(),
                digest.digest(json.writeValueAsBytes(context.body())));
    }

    boolean isOfSameRequest(byte[] other) {
        return MessageDigest.isEqual(fingerprint, other);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
