package io.receivables.platform.testing;

import io.receivables.events.ReceivablesEvent;
import io.receivables.platform.eventstore.EventSerializer;
import io.receivables.platform.eventstore.EventUpcasters;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.platform.eventstore.ReceivablesEventStore;
import io.receivables.platform.eventstore.SchemaMigration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * One node on an event store, without a Spring context: the real engine on a real database. Two of them on one database
 * are two nodes.
 */
public final class TestEventStore implements AutoCloseable {

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final ReceivablesEventStorageEngine engine;
    private final ReceivablesEventStore store;

    private TestEventStore(DataSource dataSource, EventUpcaster upcasters) {
        SchemaMigration.migrate(dataSource, "eventstore", "db/eventstore");
        this.dataSource = dataSource;
        this.transactions = new SpringTransactionManager(new JdbcTransactionManager(dataSource));
        this.engine = ReceivablesEventStorageEngine.on(dataSource, new SpringDataSourceConnectionProvider(dataSource),
                transactions, EventSerializer.create(), upcasters);
        this.store = ReceivablesEventStore.on(engine, dataSource);
    }

    public static TestEventStore on(DataSource dataSource) {
        return on(dataSource, EventUpcasters.chain());
    }

    public static TestEventStore on(DataSource dataSource, EventUpcaster upcasters) {
        return new TestEventStore(dataSource, upcasters);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public TransactionManager transactions() {
        return transactions;
    }

    public ReceivablesEventStorageEngine engine() {
        return engine;
    }

    public ReceivablesEventStore store() {
        return store;
    }

    /** Appends to one stream in a transaction of its own, and wakes readers as a command would. */
    public void append(String stream, long firstSequence, ReceivablesEvent... facts) {
        store.publish(messages(stream, firstSequence, facts));
    }

    /** Facts as the aggregate would apply them. */
    public static List<DomainEventMessage<?>> messages(String stream, long firstSequence, ReceivablesEvent... facts) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var fact : facts) {
            messages.add(new GenericDomainEventMessage<>(stream.substring(0, stream.indexOf('/')), stream,
                    firstSequence + messages.size(), fact));
        }
        return messages;
    }

    @Override
    public void close() {
        store.shutDown();
    }
}
