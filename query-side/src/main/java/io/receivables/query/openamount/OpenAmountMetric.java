package io.receivables.query.openamount;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gauge {@code receivables.open.amount} of each legal entity and currency. It is read from the books every
 * {@value #EVERY_SECONDS} seconds by a thread of its own, so that no scrape waits for the database or fails with it;
 * while the books cannot be read it is not a number.
 */
@Component
final class OpenAmountMetric implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAmountMetric.class);
    private static final int EVERY_SECONDS = 15;

    private record Series(String legalEntity, String currency) {}

    private final GetOpenAmounts amounts;
    private final MultiGauge gauge;
    /** Once shown a series stays: an entity that is owed nothing any more shows zero. */
    private final Set<Series> shown = new LinkedHashSet<>();
    private volatile @Nullable ScheduledExecutorService timer;

    OpenAmountMetric(GetOpenAmounts amounts, MeterRegistry meters) {
        this.amounts = amounts;
        this.gauge = MultiGauge.builder("receivables.open.amount")
                .description("What customers owe on invoices, unapplied cash and credit not taken off")
                .register(meters);
    }

    void refresh() {
        try {
            var now = amounts.handle()
                    .stream()
                    .collect(Collectors.toMap(open -> new Series(open.legalEntity(), open.currency()),
                            OpenAmount::amount));
            shown.addAll(now.keySet());
            show(now, 0);
        } catch (RuntimeException unreadable) {
            LOG.warn("the open amounts cannot be read: {}", unreadable.toString());
            show(Map.of(), Double.NaN);
        }
    }

    private void show(Map<Series, Double> known, double otherwise) {
        gauge.register(shown.stream()
                .limit(GetOpenAmounts.MOST).<MultiGauge
                        .Row<?>>map(series -> MultiGauge.Row.of(
                                Tags.of("legal_entity", series.legalEntity(), "currency", series.currency()),
                                known.getOrDefault(series, otherwise)))
                .toList(), true);
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("open-amounts").factory());
        started.scheduleWithFixedDelay(this::refresh, 0, EVERY_SECONDS, TimeUnit.SECONDS);
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
