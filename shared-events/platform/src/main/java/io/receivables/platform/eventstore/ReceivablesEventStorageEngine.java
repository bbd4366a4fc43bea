package io.receivables.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine, with what it lacks: readers miss nothing and tokens are plain positions (see
 * {@code docs/adr/0001-contiguity-plus-watch.md}), an append is one statement and says what it conflicts with, times keep
 * their microseconds, and a stream is loaded by one statement.
 */
public final class ReceivablesEventStorageEngine extends JdbcEventStorageEngine {

    /** Also the longest stream that is loaded by one statement. */
    private static final int BATCH_SIZE = 2_000;

    /** How long a token for "now" or for an instant may wait for appends that were under way when it was asked for. */
    private static final Duration SETTLING_LIMIT = Duration.ofSeconds(30);

    private final ConnectionProvider connectionProvider;
    private final TransactionManager transactionManager;
    private final DataSource dataSource;
    private final HoleWatch watch;
    private final ContiguousReader reader;

    private ReceivablesEventStorageEngine(Builder builder, DataSource dataSource, ConnectionProvider connectionProvider,
            TransactionManager transactionManager) {
        super(builder.connectionProvider(connectionProvider)
                .transactionManager(transactionManager)
                .schema(snakeCase())
                .batchSize(BATCH_SIZE));
        this.connectionProvider = connectionProvider;
        this.transactionManager = transactionManager;
        this.dataSource = dataSource;
        this.watch = new HoleWatch(dataSource);
        this.reader = new ContiguousReader(dataSource, watch);
    }

    /**
     * @param dataSource where streams of all events are read, outside any transaction
     * @param connectionProvider gives the connection of the running transaction, where events are appended and loaded
     */
    public static ReceivablesEventStorageEngine on(DataSource dataSource, ConnectionProvider connectionProvider,
            TransactionManager transactionManager, Serializer eventSerializer, EventUpcaster upcasters) {
        var builder = builder().eventSerializer(eventSerializer)
                .snapshotSerializer(eventSerializer) // never used; unset, it would ask for XStream
                .upcasterChain(upcasters);
        return new ReceivablesEventStorageEngine(builder, dataSource, connectionProvider, transactionManager);
    }

    HoleWatch watch() {
        return watch;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        var group = GroupedEvents.current();
        if (group != null) {
            group.add(events);
        } else {
            AppendedPositions.record(append(AppendStatement.of(events, serializer), List.of()));
        }
    }

    /**
     * Appends what a group holds, in the running transaction; returns the positions in the order of its events.
     *
     * @param ahead what is written in the same round trip, before the events
     */
    public List<Long> append(GroupedEvents group, List<? extends AheadOfAppend> ahead) {
        return append(AppendStatement.of(group.all(), getEventSerializer()), ahead);
    }

    private List<Long> append(AppendStatement statement, List<? extends AheadOfAppend> ahead) {
        return inTransaction(connection -> statement.execute(connection, ahead));
    }

    /** Keeps every other append, on any node, waiting until the running transaction ends. */
    public void appendAlone() {
        inTransaction(connection -> {
            AppendLock.takeAlone(connection);
            return true;
        });
    }

    /** Reads streams into a group with one statement, so that loading them needs none of its own. */
    public void readAhead(GroupedEvents group, Collection<String> streamIds) {
        group.keep(streamIds, inTransaction(connection -> StreamReads.eventsOf(connection, streamIds)));
    }

    /** How many events the store holds of each stream; a stream that has not begun is left out. */
    public Map<String, Long> versions(Collection<String> streamIds) {
        return inTransaction(connection -> StreamReads.versionsOf(connection, streamIds));
    }

    private <T> T inTransaction(OwnSnapshots.Query<T> query) {
        return transactionManager.fetchInTransaction(() -> {
            try (var connection = connectionProvider.getConnection()) {
                return query.on(connection);
            } catch (SQLException e) {
                throw AppendConflict.of(e);
            }
        });
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregateIdentifier,
            long firstSequenceNumber, int batchSize) {
        var group = GroupedEvents.current();
        var ahead = group == null ? null : group.storedOf(aggregateIdentifier);
        return ahead == null || firstSequenceNumber != 0
                ? super.fetchDomainEvents(aggregateIdentifier, firstSequenceNumber, batchSize)
                : ahead;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var stored = super.readEvents(aggregateIdentifier, firstSequenceNumber);
        var group = GroupedEvents.current();
        return group == null
                ? stored
                : DomainEventStream.concat(stored, DomainEventStream.of(group.of(aggregateIdentifier)));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return reader.readAfter(positionOf(lastToken), batchSize);
    }

    /** The rows that follow a position, as they are stored, up to a hole that may still be filled; never an event too few. */
    public List<EventEntry> readEntriesAfter(long position, int limit) {
        return reader.readAfter(position, limit).stream().map(StoredEvent::entry).toList();
    }

    /** The events at these positions alone, in order; a position that holds none is left out. */
    public Stream<TrackedEventMessage<?>> readEventsAt(Collection<Long> positions) {
        return EventUtils.upcastAndDeserializeTrackedEvents(reader.readAt(positions).stream(), getEventSerializer(),
                upcasterChain);
    }

    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false; // streams have no holes: a batch that is not full is the last
    }

    @Override
    protected DomainEventData<?> getDomainEventData(ResultSet row) throws SQLException {
        return StoredEvent.from(row);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    /** Waits for the appends that are under way: their numbers may be lower than the highest visible one. */
    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(watch.awaitHead(SETTLING_LIMIT));
    }

    /** Before the first event recorded at or after the instant; waits like {@link #createHeadToken()}. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        long head = watch.awaitHead(SETTLING_LIMIT);
        var first = firstAt(dateTime);
        return new GlobalSequenceTrackingToken(first.isPresent() ? Math.min(first.getAsLong() - 1, head) : head);
    }

    @Override
    protected PreparedStatement createTokenAt(Connection connection, Instant dateTime) throws SQLException {
        var statement = connection.prepareStatement(
                "select min(global_index) from eventstore.event where time_stamp >= ?");
        statement.setObject(1, dateTime.atOffset(ZoneOffset.UTC));
        return statement;
    }

    /** There are none: streams are short. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("streams are short and have no snapshots");
    }

    private OptionalLong firstAt(Instant dateTime) {
        return OwnSnapshots.read(dataSource, connection -> {
            try (var statement = createTokenAt(connection, dateTime); var result = statement.executeQuery()) {
                result.next();
                long first = result.getLong(1);
                return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(first);
            }
        });
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            default -> throw new IllegalArgumentException("not a position in this store: " + token);
        };
    }

    private static EventSchema snakeCase() {
        return EventSchema.builder()
                .eventTable("eventstore.event")
                .globalIndexColumn("global_index")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .timestampColumn("time_stamp")
                .build();
    }
}
