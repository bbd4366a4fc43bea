package io.receivables.command.batch;

import io.receivables.platform.problem.ProblemAdvice;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes batches that wait, of any node, and runs them: each in order, two beside each other. */
@Component
class BatchWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);

    private static final int AT_ONCE = 2;
    private static final long POLL_MILLIS = 2_000;
    private static final long PAUSE_MILLIS = 1_000;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final BatchStore store;
    private final BatchRun run;
    private final Semaphore posted = new Semaphore(0);
    private volatile boolean stopping = true;
    private List<Thread> threads = List.of();

    BatchWorker(BatchStore store, BatchRun run) {
        this.store = store;
        this.run = run;
    }

    /** A batch is ready. */
    void wake() {
        posted.release();
    }

    private void work(String owner) {
        while (!stopping) {
            try {
                var order = store.claim(owner);
                if (order.isPresent()) {
                    finish(order.get(), owner);
                } else {
                    await(POLL_MILLIS);
                }
            } catch (RuntimeException e) {
                if (ProblemAdvice.isDatabaseAway(e)) {
                    LOG.warn("batches wait for the database: {}", e.toString());
                } else {
                    LOG.error("a batch could not be run, and will be tried again", e);
                }
                await(PAUSE_MILLIS);
            }
        }
    }

    private void finish(BatchOrder order, String owner) {
        while (!stopping) {
            try {
                if (run.run(order, owner, () -> stopping)) {
                    store.finish(order.jobId(), owner);
                    return;
                }
                if (!stopping) {
                    LOG.info("batch {} was taken over by another node", order.jobId());
                    return;
                }
            } catch (RuntimeException e) {
                if (!(e instanceof BatchRun.NotNow) && !ProblemAdvice.isDatabaseAway(e)) {
                    throw e;
                }
                LOG.info("batch {} pauses: {}", order.jobId(), e.toString());
                await(PAUSE_MILLIS);
            }
        }
        store.release(order.jobId(), owner);
    }

    private void await(long millis) {
        try {
            if (posted.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                posted.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (!stopping) {
            return;
        }
        stopping = false;
        var node = UUID.randomUUID();
        threads = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> Thread.ofPlatform().name("batch-worker-" + i).start(() -> work(node + "/" + i)))
                .toList();
    }

    /** Finishes the lines that are on their way; another node, or the next start, goes on from there. */
    @Override
    public synchronized void stop() {
        stopping = true;
        posted.release(AT_ONCE);
        try {
            for (var thread : threads) {
                if (!thread.join(STOP_LIMIT)) {
                    LOG.warn("{} is left behind", thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    /** After the lane has started, and until before it stops. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 512;
    }
}
