package io.receivables.command.dunning.delivery;

import io.receivables.platform.problem.ProblemAdvice;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for letters that wait, on every node; the outbox hands each to one of them. */
@Component
class LetterWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LetterWorker.class);

    /** One letter that is on its way, with the time limits of the mail server. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final LetterSender sender;
    private final LetterSettings settings;
    private final Semaphore awake = new Semaphore(0);
    private volatile boolean stopping = true;
    private @Nullable Thread thread;

    LetterWorker(LetterSender sender, LetterSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    private void work() {
        while (!stopping) {
            try {
                if (sender.sendDue() > 0) {
                    continue;
                }
            } catch (RuntimeException e) {
                if (ProblemAdvice.isDatabaseAway(e)) {
                    LOG.warn("letters wait for the database: {}", e.toString());
                } else {
                    LOG.error("letters could not be sent, and will be tried again", e);
                }
            }
            await();
        }
    }

    private void await() {
        try {
            if (awake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                awake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (stopping) {
            stopping = false;
            thread = Thread.ofPlatform().name("letter-worker").start(this::work);
        }
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        awake.release();
        try {
            if (thread != null && !thread.join(STOP_LIMIT)) {
                LOG.warn("a letter is on its way; another node may send it again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
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
