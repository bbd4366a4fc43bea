package io.receivables.platform.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Does something again and again while the process runs, in a thread of its own. */
public abstract class RepeatedTask implements SmartLifecycle {

    private final String thread;
    private final Duration first;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService timer;

    /**
     * @param first how long after the start it is done for the first time
     * @param every from the end of one time to the beginning of the next; zero if it is not to be done at all
     */
    protected RepeatedTask(String thread, Duration first, Duration every) {
        this.thread = thread;
        this.first = first;
        this.every = every;
    }

    /** Deals with its failures itself: what it throws ends the repetition. */
    protected abstract void runOnce();

    @Override
    public final void start() {
        if (every.isZero()) {
            return;
        }
        var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(thread).factory());
        started.scheduleWithFixedDelay(this::runOnce, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public final void stop() {
        var running = timer;
        if (running != null) {
            running.shutdownNow();
            timer = null;
        }
    }

    @Override
    public final boolean isRunning() {
        return timer != null;
    }
}
