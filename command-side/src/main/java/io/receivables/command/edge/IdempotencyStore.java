package io.receivables.command.edge;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stored answers, one for each subject and key, written in the transaction of the events. */
@Component
class IdempotencyStore {

    private static final String IN_FLIGHT_TIMEOUT = "5s";

    private final JdbcClient jdbc;
    private final JsonMapper json = StrictJson.mapper();

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stored(boolean locked, byte @Nullable [] fingerprint, int status, @Nullable String location,
            long version, byte[] body) {}

    /**
     * Takes the key for this transaction and looks for its answer. In one statement on the usual path: should a twin
     * commit between the statement's snapshot and its lock, the primary key stops this transaction at the end and the
     * next try finds the answer.
     */
    @Nullable
    Answer lockAndFind(CommandContext context) {
        long lock = lockOf(context);
        var stored = find(context, "pg_try_advisory_xact_lock(" + lock + ")");
        if (!stored.locked()) {
            waitForTwin(context, lock);
            stored = find(context, "true");
        }
        var known = stored.fingerprint();
        if (known == null) {
            return null;
        }
        if (!MessageDigest.isEqual(known, fingerprint(context))) {
            throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "the key " + context.idempotencyKey() + " was used for another request");
        }
        return new Answer(stored.status(), stored.location(), stored.version(), stored.body(), true);
    }

    void store(CommandContext context, Answer answer) {
        jdbc.sql("""
                insert into command.idempotency (subject, key, fingerprint, status, location, version, body)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(context.actor().subject(), context.idempotencyKey(), fingerprint(context), answer.status())
                .param(answer.location())
                .params(answer.version(), answer.body())
                .update();
    }

    private Stored find(CommandContext context, String lock) {
        return jdbc.sql("select " + lock + """
                 as locked, fingerprint, status, location, version, body
                from (values (1)) one left join command.idempotency on subject = ? and key = ?""")
                .params(context.actor().subject(), context.idempotencyKey())
                .query((row, n) -> new Stored(row.getBoolean("locked"), row.getBytes("fingerprint"),
                        row.getInt("status"), row.getString("location"), row.getLong("version"), row.getBytes("body")))
                .single();
    }

    private void waitForTwin(CommandContext context, long lock) {
        try {
            jdbc.sql("set local lock_timeout = '" + IN_FLIGHT_TIMEOUT + "'").update();
            jdbc.sql("select pg_advisory_xact_lock(?)").param(lock).query((row, n) -> 1).single();
            jdbc.sql("set local lock_timeout = default").update();
        } catch (PessimisticLockingFailureException e) {
            throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT, "the first request with the key "
                    + context.idempotencyKey() + " has not ended within " + IN_FLIGHT_TIMEOUT);
        }
    }

    private static long lockOf(CommandContext context) {
        var name = context.actor().subject() + "\0" + context.idempotencyKey();
        return ByteBuffer.wrap(sha256().digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private byte[] fingerprint(CommandContext context) {
        var digest = sha256();
        digest.update(context.target().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return digest.digest(json.writeValueAsBytes(context.body()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
