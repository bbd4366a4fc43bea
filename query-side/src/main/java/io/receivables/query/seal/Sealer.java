package io.receivables.query.seal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Seals what is new from time to time, in a thread of its own. Gauge {@code receivables.seal.intact} is 1 while the tree agrees
 * with the checkpoints outside, 0 once it does not, and not a number while that cannot be found out or nothing is sealed.
 */
final class Sealer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final @Nullable Sealing sealing;
    private final Duration every;
    private volatile double intact = Double.NaN;
    private volatile @Nullable ScheduledExecutorService timer;

    /** @param sealing null: nothing is sealed */
    Sealer(@Nullable Sealing sealing, Duration every, MeterRegistry meters) {
        this.sealing = sealing;
        this.every = every;
        Gauge.builder("receivables.seal.intact", () -> intact)
                .description("1 while the hash tree of the events agrees with the checkpoints outside the database")
                .register(meters);
    }

    private void seal(Sealing sealing) {
        try {
            sealing.seal();
            intact = 1;
        } catch (BrokenSeal broken) {
            intact = 0;
            LOG.error("the seal is broken: {}", broken.getMessage());
        } catch (IOException | RuntimeException failure) {
            intact = Double.NaN;
            LOG.warn("events are not sealed for now: {}", failure.toString());
        }
    }

    @Override
    public void start() {
        if (sealing == null) {
            return;
        }
        var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("seal").factory());
        started.scheduleWithFixedDelay(() -> seal(sealing), 0, every.toMillis(), TimeUnit.MILLISECONDS);
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
