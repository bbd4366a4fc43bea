package io.receivables.query.audit.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.support.CronExpression;

/** Begins a proof at each moment of the schedule; every node tries, and the first one does it. */
final class ProofSchedule implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(ProofSchedule.class);
    private static final String NEVER = "-";

    private final Proofs proofs;
    private final @Nullable CronExpression schedule;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService timer;

    ProofSchedule(Proofs proofs, String schedule, Clock clock) {
        this.proofs = proofs;
        this.schedule = schedule.equals(NEVER) ? null : CronExpression.parse(schedule);
        this.clock = clock;
    }

    /** The first moment after this one; null if there is none. */
    @Nullable
    Instant next(Instant after) {
        var next = schedule == null ? null : schedule.next(after.atOffset(ZoneOffset.UTC));
        return next == null ? null : next.toInstant();
    }

    private void waitForNext(ScheduledExecutorService on) {
        var now = clock.instant();
        var next = next(now);
        if (next != null) {
            on.schedule(() -> {
                begin(next);
                waitForNext(on);
            }, Duration.between(now, next).toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    private void begin(Instant moment) {
        try {
            proofs.startScheduled(moment);
        } catch (RuntimeException failure) {
            logger.warn("the proof of {} does not begin here: {}", moment, failure.toString());
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("proof-schedule").factory());
        timer = started;
        waitForNext(started);
    }

    @Override
    public void stop() {
        var running = timer;
        if (running != null) {
            running.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
