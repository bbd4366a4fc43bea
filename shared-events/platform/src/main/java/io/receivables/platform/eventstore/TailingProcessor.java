package io.receivables.platform.eventstore;

import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfigurer.EventProcessorBuilder;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Axon's tracking processor, but it tries again soon. Axon doubles its pause after each failure up to a minute: when a
 * database was away for long, the books would stand still for as long again.
 */
public final class TailingProcessor extends TrackingEventProcessor {

    private static final long LONGEST_PAUSE_MILLIS = TimeUnit.SECONDS.toMillis(2);

    TailingProcessor(Builder builder) {
        super(builder);
    }

    /** As Axon builds its own, from what is registered under the name of the processor. */
    public static EventProcessorBuilder with(TrackingEventProcessorConfiguration configuration) {
        return (name, axon, handlers) -> {
            var processing = axon.eventProcessingConfiguration();
            return new TailingProcessor(builder().name(name)
                    .eventHandlerInvoker(handlers)
                    .rollbackConfiguration(processing.rollbackConfiguration(name))
                    .errorHandler(processing.errorHandler(name))
                    .messageMonitor(processing.messageMonitor(TrackingEventProcessor.class, name))
                    .messageSource(axon.getComponent(EventStore.class))
                    .tokenStore(processing.tokenStore(name))
                    .transactionManager(processing.transactionManager(name))
                    .trackingEventProcessorConfiguration(configuration)
                    .spanFactory(axon.getComponent(EventProcessorSpanFactory.class)));
        };
    }

    @Override
    protected void doSleepFor(long millis) {
        super.doSleepFor(Math.min(millis, LONGEST_PAUSE_MILLIS));
    }
}
