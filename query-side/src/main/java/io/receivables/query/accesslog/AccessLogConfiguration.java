package io.receivables.query.accesslog;

import io.micrometer.core.instrument.MeterRegistry;
import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.platform.identity.AccessMatrix;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the recorder before every question. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessLogSettings.class)
class AccessLogConfiguration {

    /** Asking for this bean makes sure that the schema {@code access} is up to date. */
    static final class AccessSchema {

        AccessSchema(DataSource dataSource) {
            SchemaMigration.migrate(dataSource, "access", "db/access");
        }
    }

    @Bean
    static AccessSchema accessSchema(DataSource dataSource) {
        return new AccessSchema(dataSource);
    }

    @Bean
    AccessRows accessRows(AccessSchema schema, JdbcClient jdbc,
            @Qualifier("eventTransactionManager") PlatformTransactionManager transactions) {
        return new AccessRows(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    AccessLog accessLog(AccessRows rows, AccessLogSettings settings, MeterRegistry meters) {
        return new AccessLog(rows, settings.waiting(), meters);
    }

    @Bean
    RecordAccess recordAccess(AccessLog log, AccessMatrix matrix, Clock clock, AccessLogSettings settings) {
        return new RecordAccess(log, matrix, clock, settings.machines());
    }

    @Bean
    AccessRetention accessRetention(AccessRows rows, AccessLogSettings settings, Clock clock) {
        return new AccessRetention(rows, settings, clock);
    }

    @Bean
    WebMvcConfigurer recordEveryQuestion(RecordAccess recorder) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(recorder).order(RecordAccess.ORDER);
            }
        };
    }
}
