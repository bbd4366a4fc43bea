package io.receivables.platform.schedule;

import io.receivables.platform.problem.ProblemAdvice;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does what waits to be done, while the process runs, in threads of its own. When nothing waits, it looks again after a while, or
 * once it is woken. No failure ends it.
 */
public abstract class Worker implements SmartLifecycle {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Logger logger = LoggerFactory.getLogger(getClass());
    private final String name;
    private final int atOnce;
    private final Duration poll;
    private final Duration stopLimit;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopping = true;
    private List<Thread> threads = List.of();

    /**
     * @param name of its threads
     * @param atOnce how many threads
     * @param poll how long it waits when nothing waited
     * @param stopLimit how long a stop waits for what is being done
     */
    protected Worker(String name, int atOnce, Duration poll, Duration stopLimit) {
        this.name = name;
        this.atOnce = atOnce;
        this.poll = poll;
        this.stopLimit = stopLimit;
    }

    /**
     * Does the next of what waits.
     *
     * @param owner tells this thread from any other, of any node
     * @return whether something had waited
     */
    protected abstract boolean workOnce(String owner);

    /** Something waits. */
    public final void wake() {
        woken.release();
    }

    /** What is being done is to be ended, or given back. */
    protected final boolean isStopping() {
        return stopping;
    }

    /** Waits as long, or until it is woken. */
    protected final void pause(Duration time) {
        try {
            // Once stopping, what wakes one is left for the others.
            if (woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS) && !stopping) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(String owner) {
        while (!stopping) {
            try {
                if (!workOnce(owner)) {
                    pause(poll);
                }
            } catch (RuntimeException e) {
                if (ProblemAdvice.isDatabaseAway(e)) {
                    logger.warn("{} waits for the database: {}", name, e.toString());
                } else {
                    logger.error("{} failed, and will try again", name, e);
                }
                pause(AFTER_FAILURE);
            } catch (Error e) { // such as too little memory for one: the others are done all the same
                logger.error("{} failed, and will try again", name, e);
                pause(AFTER_FAILURE);
            }
        }
    }

    @Override
    public final synchronized void start() {
        if (!stopping) {
            return;
        }
        stopping = false;
        var node = UUID.randomUUID();
        threads = IntStream.range(0, atOnce)
                .mapToObj(i -> Thread.ofPlatform().daemon().name(name + "-" + i).start(() -> work(node + "/" + i)))
                .toList();
    }

    /** Waits for what is being done; what takes longer is left behind, for another node or the next start. */
    @Override
    public final synchronized void stop() {
        stopping = true;
        woken.release(atOnce);
        try {
            for (var thread : threads) {
                if (!thread.join(stopLimit)) {
                    logger.warn("{} is left behind", thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    @Override
    public final boolean isRunning() {
        return !stopping;
    }
}
