package io.receivables.query.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;

/** Lag and parked facts as metrics. Nothing is asked between scrapes; without a database they are not a number. */
final class LedgerGauges implements MeterBinder {

    /** One look serves all gauges of a scrape, also one that failed. */
    private static final Duration SAME_SCRAPE = Duration.ofSeconds(1);

    private final LedgerStatus status;
    private LedgerStatus.@Nullable Moment last;
    private Deadline lastCounts = Deadline.in(Duration.ZERO);

    LedgerGauges(LedgerStatus status) {
        this.status = status;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        register(registry, "receivables.projection.lag.events", "Facts that the projection has not read yet",
                LedgerStatus.Moment::lagEvents);
        register(registry, "receivables.projection.lag.seconds", "How long the oldest of them has been waiting",
                LedgerStatus.Moment::lagSeconds);
        register(registry, "receivables.projection.parked", "Facts that could not be booked or wait behind such a one",
                LedgerStatus.Moment::parked);
    }

    private void register(MeterRegistry registry, String name, String description,
            ToDoubleFunction<LedgerStatus.Moment> value) {
        Gauge.builder(name, this, gauges -> gauges.read(value))
                .description(description)
                .tag("projection", LedgerProjection.GROUP)
                .register(registry);
    }

    private synchronized double read(ToDoubleFunction<LedgerStatus.Moment> value) {
        if (lastCounts.isOver()) {
            last = look();
            lastCounts = Deadline.in(SAME_SCRAPE);
        }
        return last == null ? Double.NaN : value.applyAsDouble(last);
    }

    private LedgerStatus.@Nullable Moment look() {
        try {
            return status.now();
        } catch (NestedRuntimeException databaseAway) {
            return null;
        }
    }
}
