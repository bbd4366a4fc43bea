package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.events.account.TermsChanged;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.TestEventStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TailingProcessorTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final TestEventStore node = TestEventStore.on(database);
    private final List<Object> done = new CopyOnWriteArrayList<>();
    private int failures = 6;

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    /** Six pauses that double have 63 seconds, six that do not grow beyond two have eleven. */
    @Test
    void triesAgainSoonHoweverOftenItHasFailed() {
        node.append("account/C1", 0, terms(1), terms(2));
        var processor = new TailingProcessor(TrackingEventProcessor.builder()
                .name("tail")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(this)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(node.store())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(node.transactions())
                .trackingEventProcessorConfiguration(
                        TrackingEventProcessorConfiguration.forSingleThreadedProcessing()));
        processor.start();
        try {
            await().atMost(Duration.ofSeconds(40)).until(() -> done.size() == 2);
            assertThat(done).containsExactly(terms(1), terms(2));
        } finally {
            processor.shutDown();
        }
    }

    @EventHandler
    void on(TermsChanged event) {
        if (failures-- > 0) {
            throw new IllegalStateException("the database is away");
        }
        done.add(event);
    }
}
