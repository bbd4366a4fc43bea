package io.receivables.query.export;

import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes exports that wait, of any node, and writes them one after the other; removes files whose time is over. */
@Component
class ExportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExportWorker.class);

    /** A node that ends in the middle of the same export as often is ended by it. */
    static final int MOST_ATTEMPTS = 3;
    private static final long POLL_MILLIS = 2_000;
    private static final Duration PROGRESS = Duration.ofSeconds(1);
    private static final Duration CLEAN_UP = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final ExportStore store;
    private final ExportSettings settings;
    private final Map<ExportKind, ExportContent> contents = new EnumMap<>(ExportKind.class);
    private final String owner = UUID.randomUUID().toString();
    private final Semaphore ordered = new Semaphore(0);
    private volatile boolean stopping = true;
    private @Nullable Thread thread;
    private @Nullable ScheduledExecutorService timer;

    ExportWorker(ExportStore store, ExportSettings settings, List<ExportContent> contents) {
        this.store = store;
        this.settings = settings;
        contents.forEach(content -> this.contents.put(content.kind(), content));
    }

    ExportContent contentOf(ExportKind kind) {
        return Objects.requireNonNull(contents.get(kind), kind.name());
    }

    /** An export waits. */
    void wake() {
        ordered.release();
    }

    private void work(ScheduledExecutorService beats) {
        while (!stopping) {
            try {
                var job = store.claim(owner);
                if (job.isPresent()) {
                    write(job.get(), beats);
                } else {
                    await();
                }
            } catch (RuntimeException e) {
                if (ProblemAdvice.isDatabaseAway(e)) {
                    LOG.warn("exports wait for the database: {}", e.toString());
                } else {
                    LOG.error("an export could not be written, and will be tried again", e);
                }
                await();
            } catch (Error e) { // such as too little memory: one export ends nobody else's
                LOG.error("an export could not be written, and will be tried again", e);
                await();
            }
        }
    }

    /** Writes one export, and keeps the claim meanwhile. */
    private void write(ExportJob job, ScheduledExecutorService beats) {
        if (job.attempt() > MOST_ATTEMPTS) {
            store.fail(job, owner, new Export.Failure(ProblemCode.EXPORT_FAILED.name(),
                    "it was begun " + MOST_ATTEMPTS + " times, and each time its node ended before it was whole"));
            return;
        }
        var kept = new AtomicBoolean(true);
        var beat = beats.scheduleWithFixedDelay(() -> beat(job, kept), settings.beat().toMillis(),
                settings.beat().toMillis(), TimeUnit.MILLISECONDS);
        try {
            job.actor().act(() -> write(job, kept));
        } catch (PartStream.BrokenOff brokenOff) {
            LOG.info("export {} is broken off at attempt {}", job.exportId(), job.attempt());
            store.release(job, owner);
        } catch (RuntimeException failure) {
            if (ProblemAdvice.isDatabaseAway(failure)) {
                throw failure; // its claim lapses, and it is begun anew
            }
            var problem = ProblemAdvice.problemOf(failure);
            store.fail(job, owner, new Export.Failure(problem.code().name(), problem.detail()));
        } finally {
            beat.cancel(false);
        }
    }

    private void write(ExportJob job, AtomicBoolean kept) {
        var out = new PartStream(store, job, settings.mostBytes().toBytes() - store.storedBytes(),
                () -> kept.get() && !stopping);
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

    private void beat(ExportJob job, AtomicBoolean kept) {
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

    private void await() {
        try {
            if (ordered.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                ordered.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeOld() {
        try {
            store.removeOld(settings.keep());
        } catch (RuntimeException later) {
            LOG.debug("Old exports stay for now: {}", later.toString());
        }
    }

    @Override
    public synchronized void start() {
        if (!stopping) {
            return;
        }
        stopping = false;
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("export-timer").factory());
        started.scheduleWithFixedDelay(this::removeOld, 0, CLEAN_UP.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
        thread = Thread.ofPlatform().daemon().name("export-worker").start(() -> work(started));
    }

    /** What is being written is begun anew by another node, or by the next start. */
    @Override
    public synchronized void stop() {
        stopping = true;
        ordered.release();
        try {
            if (thread != null && !thread.join(STOP_LIMIT)) {
                LOG.warn("an export is left behind: it is begun anew once its claim has lapsed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (timer != null) {
            timer.shutdownNow();
        }
        thread = null;
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }
}
