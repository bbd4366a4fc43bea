package io.receivables.query.accesslog;

import io.receivables.platform.eventstore.TimeOrderedIds;
import io.receivables.platform.identity.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Deletes reads that were kept long enough, from time to time or when the operator asks for it. Each deletion is recorded itself. */
final class AccessRetention implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccessRetention.class);
    private static final Actor PRODUCT = new Actor("access-retention", Set.of(), Set.of(), true);
    private static final String PATH = "/v1/operations/access-log/deletions";

    private final AccessRows rows;
    private final AccessLogSettings settings;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService timer;

    AccessRetention(AccessRows rows, AccessLogSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was deleted.
     *
     * @param before reads of before this instant
     * @param entries how many there were
     */
    record Deletion(Instant before, long entries) {}

    Deletion delete(Actor who, String correlationId) {
        var now = clock.instant();
        var before = now.minus(settings.retention());
        long entries = rows.deleteBefore(before, new AccessEntry(UUID.fromString(TimeOrderedIds.next()), now, who,
                AccessKind.DELETION, "POST", PATH, List.of(), null, null, null, null, null, null, null, null, null,
                correlationId));
        return new Deletion(before, entries);
    }

    private void deleteNow() {
        try {
            delete(PRODUCT, TimeOrderedIds.next());
        } catch (RuntimeException failure) {
            LOG.warn("old reads are not deleted for now: {}", failure.toString());
        }
    }

    @Override
    public void start() {
        long every = settings.deleteEvery().toMillis();
        if (every == 0) {
            return;
        }
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("access-retention").factory());
        started.scheduleWithFixedDelay(this::deleteNow, every, every, TimeUnit.MILLISECONDS);
        timer = started;
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
