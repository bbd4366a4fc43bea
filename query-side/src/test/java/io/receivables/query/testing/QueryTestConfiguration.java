package io.receivables.query.testing;

import io.receivables.platform.identity.TestIdentity;
import io.receivables.platform.testing.EmbeddedDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A database, tokens and a clock that stands still: today is 2026-06-30 in Paris. */
@TestConfiguration(proxyBeanMethods = false)
class QueryTestConfiguration {

    @Bean
    DataSource dataSource() {
        return EmbeddedDatabase.freshDatabase();
    }

    @Bean
    @Primary
    Clock testClock() {
        return Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    DynamicPropertyRegistrar identity() {
        return registry -> TestIdentity.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @Bean
    MockMvc http(WebApplicationContext context) {
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Bean
    Stories stories(EventStore store, JdbcClient jdbc) {
        return new Stories(store, jdbc);
    }
}
