package io.receivables.query.openamount;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.receivables.platform.schedule.RepeatedTask;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gauge {@code receivables.open.amount} of each legal entity and currency. It is read from the books every
 * {@value #EVERY_SECONDS} seconds by a thread of its own, so that no scrape waits for the database or fails with it;
 * while the books cannot be read it is not a number.
 */
@Component
final class OpenAmountMetric extends RepeatedTask {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAmountMetric.class);
    private static final long EVERY_SECONDS = 15;

    private record Series(String legalEntity, String currency) {}

    private final GetOpenAmounts amounts;
    private final MultiGauge gauge;
    /** Once shown a series stays: an entity that is owed nothing any more shows zero. */
    private final Set<Series> shown = new LinkedHashSet<>();

    OpenAmountMetric(GetOpenAmounts amounts, MeterRegistry meters) {
        super("open-amounts", Duration.ZERO, Duration.ofSeconds(EVERY_SECONDS));
        this.amounts = amounts;
        this.gauge = MultiGauge.builder("receivables.open.amount")
                .description("What customers owe on invoices, unapplied cash and credit not taken off")
                .register(meters);
    }

    @Override
    protected void runOnce() {
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
}
