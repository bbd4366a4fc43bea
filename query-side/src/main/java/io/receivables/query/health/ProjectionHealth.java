package io.receivables.query.health;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Down while a projection of this process was stopped by an error: what it answers grows older then. A process whose
 * projection is kept by another one is up.
 */
@Component("projectionsHealthIndicator")
final class ProjectionHealth extends AbstractHealthIndicator {

    private final EventProcessingConfiguration processing;

    ProjectionHealth(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        processing.eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming && isStopped(streaming)) {
                health.down().withDetail(name, "stopped by an error, see the log");
            }
        });
    }

    private static boolean isStopped(StreamingEventProcessor processor) {
        return !processor.isRunning() || processor.isError()
                || processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
    }
}
