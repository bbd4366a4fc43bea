package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.terms;
import static io.receivables.platform.testing.TestEventStore.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.receivables.events.account.TermsChanged;
import io.receivables.platform.testing.EmbeddedDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "axon.eventhandling.processors.terms.mode=pooled")
@DirtiesContext // ends before the database does
class EventStoreConfigurationTest {

    @Autowired
    private TransactionManager transactions;
    @Autowired
    private PlatformTransactionManager eventTransactionManager;
    @Autowired
    private EventStore store;
    @Autowired
    private Serializer general;
    @Autowired
    @Qualifier("eventSerializer")
    private Serializer eventSerializer;
    @Autowired
    private EventProcessingConfiguration processing;
    @Autowired
    private TermsSeen seen;
    @Autowired
    private TermsTracked tracked;
    @Autowired
    private DataSource dataSource;

    @Test
    void axonRunsInSpringsJdbcTransactions() {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(eventTransactionManager).isInstanceOf(JdbcTransactionManager.class);
        assertThat(store).isInstanceOf(ReceivablesEventStore.class);
        assertThat(eventSerializer).isInstanceOf(EventSerializer.class);
    }

    @Test
    void aReplayTokenCanBeReadBack() {
        var replaying = ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(7),
                new GlobalSequenceTrackingToken(3));

        Object read = general.deserialize(general.serialize(replaying, byte[].class));

        assertThat(read).isEqualTo(replaying);
    }

    @Test
    void processorsOfBothKindsFollowAndStartAgainAfterAReset() {
        store.publish(messages("account/C1", 0, terms(1), terms(2)));
        await().until(() -> seen.days.equals(List.of(1, 2)) && tracked.days.equals(List.of(1, 2)));
        var processor = processing.eventProcessor("terms", StreamingEventProcessor.class).orElseThrow();

        processor.shutDown();
        processor.resetTokens();
        processor.start();

        await().until(() -> seen.days.equals(List.of(1, 2, 1, 2)));
        assertThat(JdbcClient.create(dataSource)
                .sql("select count(*) from reading.token_entry where owner is not null")
                .query(Integer.class)
                .single()).isPositive();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EventStoreConfiguration.class)
    static class Application {

        @Bean
        DataSource dataSource() {
            return EmbeddedDatabase.freshDatabase();
        }

        @Bean
        TokenStore tokenStore(DataSource dataSource, ConnectionProvider connections, Serializer general) {
            SchemaMigration.migrate(dataSource, "reading", "db/reading");
            return TokenStores.in("reading", connections, general);
        }

        @Bean
        TermsSeen termsSeen() {
            return new TermsSeen();
        }

        @Bean
        TermsTracked termsTracked() {
            return new TermsTracked();
        }
    }

    @ProcessingGroup("terms")
    static class TermsSeen {

        private final List<Integer> days = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(TermsChanged event) {
            days.add(event.terms().netDays());
        }
    }

    @ProcessingGroup("terms-tracked")
    static class TermsTracked {

        private final List<Integer> days = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(TermsChanged event) {
            days.add(event.terms().netDays());
        }
    }
}
