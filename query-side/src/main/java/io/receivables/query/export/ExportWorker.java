package io.receivables.query.export;

import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.schedule.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes exports that wait, of any node, and writes them one after the other. What a stop breaks off is begun anew by another node,
 * or by the next start.
 */
@Component
class ExportWorker extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(ExportWorker.class);

    /** A node that ends in the middle of the same export as often is ended by it. */
    static final int MOST_ATTEMPTS = 3;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PROGRESS = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final ThreadFactory BEATS = Thread.ofPlatform().daemon().name("export-beat").factory();

    private final ExportStore store;
    private final ExportSettings settings;
    private final Map<ExportKind, ExportContent> contents = new EnumMap<>(ExportKind.class);

    ExportWorker(ExportStore store, ExportSettings settings, List<ExportContent> contents) {
        super("export-worker", 1, POLL, STOP_LIMIT);
        this.store = store;
        this.settings = settings;
        contents.forEach(content -> this.contents.put(content.kind(), content));
    }

    ExportContent contentOf(ExportKind kind) {
        return Objects.requireNonNull(contents.get(kind), kind.name());
    }

    @Override
    protected boolean workOnce(String owner) {
        var job = store.claim(owner);
        job.ifPresent(it -> write(it, owner));
        return job.isPresent();
    }

    /** Writes one export, and keeps the claim meanwhile. */
    private void write(ExportJob job, String owner) {
        if (job.attempt() > MOST_ATTEMPTS) {
            store.fail(job, owner, new Export.Failure(ProblemCode.EXPORT_FAILED.name(),
                    "it was begun " + MOST_ATTEMPTS + " times, and each time its node ended before it was whole"));
            return;
        }
        var kept = new AtomicBoolean(true);
        try (var beats = Executors.newSingleThreadScheduledExecutor(BEATS)) {
            beats.scheduleWithFixedDelay(() -> beat(job, owner, kept), settings.beat().toMillis(),
                    settings.beat().toMillis(), TimeUnit.MILLISECONDS);
            job.actor().act(() -> write(job, owner, kept));
        } catch (PartStream.BrokenOff brokenOff) {
            LOG.info("export {} is broken off at attempt {}", job.exportId(), job.attempt());
            store.release(job, owner);
        } catch (RuntimeException failure) {
            if (ProblemAdvice.isDatabaseAway(failure)) {
                throw failure; // its claim lapses, and it is begun anew
            }
            var problem = ProblemAdvice.problemOf(failure);
            store.fail(job, owner, new Export.Failure(problem.code().name(), problem.detail()));
        }
    }

    private void write(ExportJob job, String owner, AtomicBoolean kept) {
        var out = new PartStream(store, job, settings.mostBytes().toBytes() - store.storedBytes(),
                () -> kept.get() && !isStopping());
        var progress = new Reported(job);
        try {
            contentOf(job.kind()).write(job, out, progress);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var sha256 = out.end();
        progress.last();
        if (!store.finish(job, owner, out.bytes(), sha256)) {
            LOG.info("export {} was taken over by another node", job.exportId());
        }
    }

    private void beat(ExportJob job, String owner, AtomicBoolean kept) {
        try {
            kept.set(store.keep(job, owner));
        } catch (RuntimeException away) {
            LOG.debug("The claim on export {} was not renewed: {}", job.exportId(), away.toString());
        }
    }

    /** Tells the store how far an export is, but not all the time. */
    private final class Reported implements ExportContent.Progress {

        private final ExportJob job;
        private long toldAtNanos = System.nanoTime() - PROGRESS.toNanos();
        private long done;
        private @Nullable Long total;

        Reported(ExportJob job) {
            this.job = job;
        }

        @Override
        public void at(long nowDone, @Nullable Long nowTotal) {
            done = nowDone;
            total = nowTotal;
            if (System.nanoTime() - toldAtNanos >= PROGRESS.toNanos()) {
                store.progress(job, done, total);
                toldAtNanos = System.nanoTime();
            }
        }

        void last() {
            store.progress(job, done, total == null ? Long.valueOf(done) : total);
        }
    }
}
