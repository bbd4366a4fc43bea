package io.receivables.command.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch is.
 *
 * @param state RECEIVING, QUEUED, RUNNING, DONE
 * @param lines lines with a command
 * @param done lines with an outcome: {@code succeeded + refused}
 * @param rate lines a second, since it started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Job(UUID jobId, String state, boolean dryRun, int lines, int done, int succeeded, int refused, Instant createdAt,
        @Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable Double rate) {

    static Job of(UUID id, String state, boolean dryRun, int lines, int done, int succeeded, Instant created,
            @Nullable Instant started, @Nullable Instant finished, Instant now) {
        var rate = started == null ? null : rate(done, Duration.between(started, finished != null ? finished : now));
        return new Job(id, state, dryRun, lines, done, succeeded, done - succeeded, created, started, finished, rate);
    }

    private static Double rate(int done, Duration time) {
        double seconds = Math.max(1, time.toMillis()) / 1_000.0;
        return Math.round(done / seconds * 10) / 10.0;
    }

    String path() {
        return "/v1/jobs/" + jobId;
    }
}
