package io.receivables.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Gives queries a pool beside the one that is configured by {@code spring.datasource}. */
@Configuration(proxyBeanMethods = false)
public class ConnectionPoolsConfiguration {

    @Bean
    static DestructionAwareBeanPostProcessor queryPool(Environment environment) {
        return new QueryPool(Binder.get(environment).bindOrCreate("receivables.queries", QuerySettings.class));
    }

    @Bean
    FilterRegistrationBean<QueryRequests> queryRequests() {
        var registration = new FilterRegistrationBean<>(new QueryRequests());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** The added pool shows the same figures as the configured one, under its own name. */
    @Bean
    MeterBinder queryPoolMetrics(DataSource dataSource) {
        return registry -> {
            try {
                if (dataSource.isWrapperFor(ConnectionPools.class)) {
                    dataSource.unwrap(ConnectionPools.class)
                            .queries()
                            .setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Puts the pair of pools in the place of the configured one. */
    private static final class QueryPool implements DestructionAwareBeanPostProcessor {

        private final QuerySettings settings;
        private final Map<Object, ConnectionPools> pools = new ConcurrentHashMap<>();

        QueryPool(QuerySettings settings) {
            this.settings = settings;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String beanName) {
            return bean instanceof HikariDataSource facts
                    ? pools.computeIfAbsent(facts, _ -> ConnectionPools.beside(facts, settings))
                    : bean;
        }

        @Override
        public void postProcessBeforeDestruction(Object bean, String beanName) {
            var added = pools.remove(bean);
            if (added != null) {
                added.close();
            }
        }
    }
}
