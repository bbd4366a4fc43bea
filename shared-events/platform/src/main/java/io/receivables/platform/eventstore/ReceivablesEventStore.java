package io.receivables.platform.eventstore;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * The event store of both sides. Its streams wake up as soon as something is committed, by this process or another one, so
 * that processors neither poll nor lag.
 */
public final class ReceivablesEventStore extends EmbeddedEventStore {

    private final ReceivablesEventStorageEngine engine;
    private final CommitSignal signal;
    private final PostgresNotifications notifications;

    private ReceivablesEventStore(Builder builder, ReceivablesEventStorageEngine engine, DataSource dataSource) {
        super(builder.storageEngine(engine));
        this.engine = engine;
        this.signal = new CommitSignal(engine.watch());
        this.notifications = new PostgresNotifications(dataSource, signal::ring);
    }

    /** Without measurements and traces. */
    public static ReceivablesEventStore on(ReceivablesEventStorageEngine engine, DataSource dataSource) {
        return new ReceivablesEventStore(builder(), engine, dataSource);
    }

    public static ReceivablesEventStore on(ReceivablesEventStorageEngine engine, DataSource dataSource,
            MessageMonitor<? super EventMessage<?>> monitor, EventBusSpanFactory spans) {
        return new ReceivablesEventStore(builder().messageMonitor(monitor).spanFactory(spans), engine, dataSource);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        signal.start();
        notifications.listen();
        return new EventTail(engine, signal, trackingToken);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        if (GroupedEvents.current() == null) {
            announce();
        }
    }

    /** Tells the readers of every node that there is something new: whoever commits a group of events calls it then. */
    public void announce() {
        signal.ring();
        notifications.announce();
    }

    /** Ends the threads and gives their connections back; streams that are still open end. May be called twice. */
    @Override
    public void shutDown() {
        super.shutDown();
        signal.close();
        notifications.close();
    }
}
