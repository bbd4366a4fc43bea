package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.events.ReceivablesEvent;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.TestEventStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final TestEventStore node = TestEventStore.on(database);
    private final List<String> statements = new ArrayList<>();

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void aStreamIsLoadedByOneStatementAndAppendedToByOne() {
        var store = ReceivablesEventStore.on(ReceivablesEventStorageEngine.on(database, recordingStatements(),
                node.transactions(), EventSerializer.create(), EventUpcasters.chain()), database);

        store.publish(TestEventStore.messages("account/C1", 0, terms(1), terms(2), terms(3)));
        assertThat(statements).hasSize(1).first().asString().contains("insert into eventstore.event");
        statements.clear();

        assertThat(store.readEvents("account/C1").asStream().<Object>map(DomainEventMessage::getPayload).toList())
                .containsExactly(terms(1), terms(2), terms(3));
        assertThat(statements).hasSize(1);
        store.shutDown();
    }

    @Test
    void aStreamLongerThanABatchIsLoadedWhole() {
        node.append("account/C1", 0,
                IntStream.range(0, 4_001).mapToObj(i -> terms(i)).toArray(ReceivablesEvent[]::new));

        assertThat(node.store().readEvents("account/C1").asStream().map(DomainEventMessage::getSequenceNumber).toList())
                .containsExactlyElementsOf(LongStream.range(0, 4_001).boxed().toList());
        assertThat(node.store().lastSequenceNumberFor("account/C1")).hasValue(4_000L);
        assertThat(node.engine().readEvents(null, false).count()).isEqualTo(4_001);
    }

    @Test
    void snapshotsAreRefused() {
        assertThatThrownBy(() -> node.store()
                .storeSnapshot(new GenericDomainEventMessage<>("account", "account/C1", 3, terms(1))))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aBrokenDatabaseIsNotAnEmptyStream() {
        database.close();

        assertThatThrownBy(() -> node.engine().readEvents(null, false).toList())
                .isInstanceOf(EventStoreException.class);
    }

    private ConnectionProvider recordingStatements() {
        var real = new SpringDataSourceConnectionProvider(database);
        return () -> {
            var connection = real.getConnection();
            return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Connection.class},
                    (_, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.add(String.valueOf(arguments[0]));
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        };
    }
}
