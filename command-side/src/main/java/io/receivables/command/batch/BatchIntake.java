package io.receivables.command.batch;

import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores a batch while it comes in, a part at a time: neither heap nor connection is held by a long or slow one. */
@Component
class BatchIntake {

    private static final Logger LOG = LoggerFactory.getLogger(BatchIntake.class);

    /** A command, its key and its target. */
    static final int MAX_LINE_BYTES = 1_048_576;
    static final long MAX_BODY_BYTES = 536_870_912;
    static final int MAX_LINES = 2_000_000;
    /** What a dry run decides stays in memory until its end. */
    static final int MAX_DRY_RUN_LINES = 50_000;
    private static final int PART_LINES = 1_000;
    private static final int PART_BYTES = 1_048_576;

    private final BatchStore store;

    BatchIntake(BatchStore store) {
        this.store = store;
    }

    /**
     * @param key the idempotency key of the whole batch; null when the client relies on those of the lines
     * @throws Refusal BODY_TOO_LARGE, BATCH_EMPTY, IDEMPOTENCY_KEY_REUSED: nothing of it is kept
     */
    Job take(InputStream body, Actor actor, String correlationId, @Nullable String key, boolean dryRun)
            throws IOException {
        var order = new BatchOrder(UUID.randomUUID(), actor, correlationId, dryRun);
        store.begin(order);
        try {
            var lines = new Lines(order.jobId(), dryRun);
            var fingerprint = lines.readAll(body);
            if (store.queue(order.jobId(), lines.stored, key, fingerprint)) {
                return store.find(order.jobId(), actor.subject()).orElseThrow();
            }
            forget(order.jobId());
            return store.sameAs(actor.subject(), String.valueOf(key), fingerprint)
                    .orElseThrow(() -> new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED,
                            "the key " + key + " was used for another batch"));
        } catch (IOException | RuntimeException failed) {
            forget(order.jobId());
            throw failed;
        }
    }

    private void forget(UUID job) {
        try {
            store.forget(job);
        } catch (RuntimeException e) {
            LOG.warn("batch {} was not received, and what came of it stays: {}", job, e.toString());
        }
    }

    /** Splits a body at its line feeds. */
    private final class Lines {

        private final UUID job;
        private final int mostLines;
        private final boolean dryRun;
        private final MessageDigest digest = sha256();
        private final ByteArrayOutputStream current = new ByteArrayOutputStream();
        private final List<StoredLine> part = new ArrayList<>();
        private int partBytes;
        private boolean tooLong;
        private int number = 1;
        private int stored;

        Lines(UUID job, boolean dryRun) {
            this.job = job;
            this.dryRun = dryRun;
            this.mostLines = dryRun ? MAX_DRY_RUN_LINES : MAX_LINES;
        }

        byte[] readAll(InputStream body) throws IOException {
            var buffer = new byte[65_536];
            long total = 0;
            digest.update((byte) (dryRun ? 1 : 0));
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
                if (total > MAX_BODY_BYTES) {
                    throw new Refusal(ProblemCode.BODY_TOO_LARGE, "a batch has at most " + MAX_BODY_BYTES + " bytes");
                }
                digest.update(buffer, 0, read);
                split(buffer, read);
            }
            endLine();
            storePart();
            if (stored == 0) {
                throw new Refusal(ProblemCode.BATCH_EMPTY, "a batch has at least one line");
            }
            return digest.digest();
        }

        private void split(byte[] buffer, int length) {
            int begin = 0;
            for (int i = 0; i < length; i++) {
                if (buffer[i] == '\n') {
                    append(buffer, begin, i);
                    endLine();
                    number++;
                    begin = i + 1;
                }
            }
            append(buffer, begin, length);
        }

        private void append(byte[] buffer, int begin, int end) {
            if (current.size() + end - begin > MAX_LINE_BYTES) {
                tooLong = true;
            }
            if (!tooLong) {
                current.write(buffer, begin, end - begin);
            }
        }

        private void endLine() {
            var bytes = current.toByteArray();
            current.reset();
            if (tooLong || !isBlank(bytes)) {
                if (++stored > mostLines) {
                    throw new Refusal(ProblemCode.BODY_TOO_LARGE, (dryRun ? "a dry run" : "a batch") + " has at most "
                            + mostLines + " lines");
                }
                part.add(new StoredLine(number, tooLong ? null : bytes));
                partBytes += bytes.length;
            }
            tooLong = false;
            if (part.size() >= PART_LINES || partBytes >= PART_BYTES) {
                storePart();
            }
        }

        private void storePart() {
            if (!part.isEmpty()) {
                store.addLines(job, part);
                part.clear();
                partBytes = 0;
            }
        }

        private static boolean isBlank(byte[] line) {
            for (byte it : line) {
                if (it != ' ' && it != '\t' && it != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
