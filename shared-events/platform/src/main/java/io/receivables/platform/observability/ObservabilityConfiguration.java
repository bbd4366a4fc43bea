package io.receivables.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Correlation and metrics, the same on both sides. */
@Configuration(proxyBeanMethods = false)
public class ObservabilityConfiguration {

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }

    @Bean
    MessageHandlerInterceptor<Message<?>> tracedMessages() {
        return new TracedMessages();
    }

    @Bean
    DatabaseMetric databaseMetric(DataSource database, MeterRegistry meters) {
        return new DatabaseMetric(database, meters);
    }

    /** Every metric says which application it is of, and which version. */
    @Bean
    MeterRegistryCustomizer<MeterRegistry> applicationTags(
            @Value("${spring.application.name:receivables}") String application) {
        return registry -> registry.config().commonTags("application", application, "version", version());
    }

    /** As in the manifest of the jar; classes that were not packaged have none. */
    private static String version() {
        return Objects.requireNonNullElse(ObservabilityConfiguration.class.getPackage().getImplementationVersion(),
                "unpackaged");
    }
}
