package io.receivables.query.accesslog;

import io.receivables.platform.eventstore.TimeOrderedIds;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.schedule.RepeatedTask;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes reads that were kept long enough, from time to time or when the operator asks for it. Each deletion is recorded itself. */
final class AccessRetention extends RepeatedTask {

    private static final Logger LOG = LoggerFactory.getLogger(AccessRetention.class);
    private static final Actor PRODUCT = new Actor("access-retention", Set.of(), Set.of(), true);
    private static final String PATH = "/v1/operations/access-log/deletions";

    private final AccessRows rows;
    private final AccessLogSettings settings;
    private final Clock clock;

    AccessRetention(AccessRows rows, AccessLogSettings settings, Clock clock) {
        super("access-retention", settings.deleteEvery(), settings.deleteEvery());
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

    @Override
    protected void runOnce() {
        try {
            delete(PRODUCT, TimeOrderedIds.next());
        } catch (RuntimeException failure) {
            LOG.warn("old reads are not deleted for now: {}", failure.toString());
        }
    }
}
