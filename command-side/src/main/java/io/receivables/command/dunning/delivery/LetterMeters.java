package io.receivables.command.dunning.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.receivables.command.dunning.LetterOutbox;
import io.receivables.command.dunning.delivery.RecordDelivery.Outcome;
import io.receivables.events.dunning.DeliveryFailure;
import io.receivables.events.policy.LetterChannel;
import java.util.Locale;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/** How many letters wait, were delivered, and were not. */
@Component
class LetterMeters {

    private final MeterRegistry registry;

    LetterMeters(MeterRegistry registry, LetterOutbox outbox) {
        this.registry = registry;
        for (var channel : LetterChannel.values()) {
            Gauge.builder("receivables.letters.waiting", outbox, it -> waiting(it, channel))
                    .description("letters that are issued and not sent yet")
                    .tag("channel", word(channel))
                    .register(registry);
            // There from the first scrape on: an alert on what rises misses a counter that begins with its first
            // failure.
            registry.counter("receivables.letters.delivered", "channel", word(channel));
            for (var failure : DeliveryFailure.values()) {
                registry.counter("receivables.letters.failed", "channel", word(channel), "failure", failure.name());
            }
        }
        Gauge.builder("receivables.letters.waiting.seconds", outbox, LetterMeters::oldest)
                .description("how long the oldest of them has been waiting")
                .register(registry);
    }

    /** Asked by a scrape; without a database it is not a number. */
    private static double waiting(LetterOutbox outbox, LetterChannel channel) {
        try {
            return outbox.waiting(channel);
        } catch (NestedRuntimeException databaseAway) {
            return Double.NaN;
        }
    }

    private static double oldest(LetterOutbox outbox) {
        try {
            return outbox.oldestWaiting().toSeconds();
        } catch (NestedRuntimeException databaseAway) {
            return Double.NaN;
        }
    }

    void ended(LetterChannel channel, Outcome outcome) {
        switch (outcome) {
            case Outcome.Delivered _ -> registry.counter("receivables.letters.delivered", "channel", word(channel))
                    .increment();
            case Outcome.Failed(var failure, _) -> registry
                    .counter("receivables.letters.failed", "channel", word(channel), "failure", failure.name())
                    .increment();
        }
    }

    private static String word(LetterChannel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
