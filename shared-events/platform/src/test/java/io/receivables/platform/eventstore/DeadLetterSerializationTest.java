package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.terms;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.TestEventStore;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.GenericDeadLetterTableFactory;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A parked event is kept by the same serializers, and its position with it. */
class DeadLetterSerializationTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final TestEventStore node = TestEventStore.on(database);

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void aParkedEventComesBackAsItWas() {
        var queue = JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup("movements")
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .transactionManager(node.transactions())
                .schema(DeadLetterSchema.defaultSchema())
                .genericSerializer(new EventStoreConfiguration().serializer())
                .eventSerializer(EventSerializer.create())
                .build();
        queue.createSchema(new GenericDeadLetterTableFactory() {

            @Override
            protected String serializedDataType() {
                return "bytea";
            }
        });
        var event = TestEventStore.messages("account/C1", 0, terms(30)).getFirst();
        var tracked = new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(7), event);

        queue.enqueue("account/C1",
                new GenericDeadLetter<>("account/C1", tracked, new IllegalStateException("no room")));

        var parked = new AtomicReference<EventMessage<?>>();
        assertThat(queue.process(letter -> {
            parked.set(letter.message());
            return Decisions.evict();
        })).isTrue();
        assertThat(parked.get().getPayload()).isEqualTo(terms(30));
        assertThat(parked.get()).isInstanceOfSatisfying(GenericTrackedDomainEventMessage.class,
                message -> assertThat(message.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(7)));
    }
}
