package io.receivables.query.seal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.receivables.platform.schedule.RepeatedTask;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what is new from time to time, in a thread of its own. Gauge {@code receivables.seal.intact} is 1 while the tree agrees
 * with the checkpoints outside, 0 once it does not, and not a number while that cannot be found out or nothing is sealed.
 */
final class Sealer extends RepeatedTask {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final @Nullable Sealing sealing;
    private volatile double intact = Double.NaN;

    /** @param sealing null: nothing is sealed */
    Sealer(@Nullable Sealing sealing, Duration every, MeterRegistry meters) {
        super("seal", Duration.ZERO, sealing == null ? Duration.ZERO : every);
        this.sealing = sealing;
        Gauge.builder("receivables.seal.intact", () -> intact)
                .description("1 while the hash tree of the events agrees with the checkpoints outside the database")
                .register(meters);
    }

    @Override
    protected void runOnce() {
        try {
            Objects.requireNonNull(sealing).seal();
            intact = 1;
        } catch (BrokenSeal broken) {
            intact = 0;
            LOG.error("the seal is broken: {}", broken.getMessage());
        } catch (IOException | RuntimeException failure) {
            intact = Double.NaN;
            LOG.warn("events are not sealed for now: {}", failure.toString());
        }
    }
}
