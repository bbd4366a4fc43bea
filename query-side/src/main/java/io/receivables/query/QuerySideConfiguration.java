package io.receivables.query;

import io.receivables.platform.eventstore.EventStoreConfiguration;
import io.receivables.platform.identity.IdentityConfiguration;
import io.receivables.platform.observability.ObservabilityConfiguration;
import io.receivables.platform.problem.ProblemAdvice;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;

/** The read side, for an application of its own or beside the command side. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:receivables-query.properties")
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // the command side has names of its own
@EntityScan("io.receivables.query")
@EnableJpaRepositories("io.receivables.query")
@Import({EventStoreConfiguration.class, IdentityConfiguration.class, ObservabilityConfiguration.class,
        ProblemAdvice.class})
public class QuerySideConfiguration {

    /** For queries; facts and projections run in the event store's own transactions. */
    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }

    /** Decides when a business day begins. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
