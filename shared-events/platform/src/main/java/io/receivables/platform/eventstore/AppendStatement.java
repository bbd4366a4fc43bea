package io.receivables.platform.eventstore;

import io.receivables.platform.database.ColumnArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The one statement that appends, however many events and streams there are. */
final class AppendStatement {

    // The lock comes first: 'drawn' is read only once 'locked' has a row, and it is a subquery with an order, so the
    // planner neither merges it into the outer query, where the numbers are drawn, nor lets them be drawn out of order.
    private static final String SQL = """
            with locked as materialized (select pg_advisory_xact_lock_shared(%d))
            insert into eventstore.event (global_index, event_identifier, aggregate_identifier, sequence_number, type,
                                          payload_type, payload_revision, payload, metadata, time_stamp)
            select nextval('eventstore.event_global_index'), event_identifier, aggregate_identifier, sequence_number,
                   type, payload_type, payload_revision, payload, metadata,
                   timestamptz 'epoch' + micros * interval '1 microsecond'
              from (select e.*
                      from locked,
                           (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?),
                                   unnest(?), unnest(?), unnest(?))
                             as e (event_identifier, aggregate_identifier, sequence_number, type, payload_type,
                                   payload_revision, payload, metadata, micros, no)
                     order by e.no) drawn
            returning global_index
            """.formatted(AppendLock.KEY);

    private final List<Row> rows;

    private AppendStatement(List<Row> rows) {
        this.rows = rows;
    }

    static AppendStatement of(List<? extends EventMessage<?>> events, Serializer serializer) {
        var rows = new ArrayList<Row>(events.size());
        for (var event : events) {
            rows.add(Row.of(event, serializer, rows.isEmpty() ? null : rows.getLast()));
        }
        return new AppendStatement(rows);
    }

    /**
     * Returns the positions, in the order of the events.
     *
     * @param ahead what goes ahead of it
     */
    List<Long> execute(Connection connection, List<? extends AheadOfAppend> ahead) throws SQLException {
        var statements = Stream.concat(ahead.stream().map(AheadOfAppend::sql),
                Stream.of(SQL).filter(_ -> !rows.isEmpty()));
        try (var statement = connection.prepareStatement(statements.collect(Collectors.joining(";\n")))) {
            int parameter = 1;
            for (var other : ahead) {
                parameter = other.bind(statement, parameter);
            }
            if (!rows.isEmpty()) {
                bind(statement, parameter);
            }
            statement.execute();
            for (var other : ahead) {
                other.wrote(statement.getUpdateCount());
                statement.getMoreResults();
            }
            return rows.isEmpty() ? List.of() : positions(statement);
        }
    }

    private void bind(PreparedStatement statement, int first) throws SQLException {
        var connection = statement.getConnection();
        statement.setArray(first, array(connection, "text", row -> row.event().getIdentifier()));
        statement.setArray(first + 1, array(connection, "text", row -> row.event().getAggregateIdentifier()));
        statement.setArray(first + 2, array(connection, "int8", row -> row.event().getSequenceNumber()));
        statement.setArray(first + 3, array(connection, "text", row -> row.event().getType()));
        statement.setArray(first + 4, array(connection, "text", row -> row.payload().getType().getName()));
        statement.setArray(first + 5, array(connection, "text", row -> row.payload().getType().getRevision()));
        statement.setArray(first + 6, bytes(connection, Row::payload));
        statement.setArray(first + 7, bytes(connection, Row::metaData));
        // What is finer is cut off: a recorded time must not lie ahead of the clock it came from.
        statement.setArray(first + 8, array(connection, "int8",
                row -> ChronoUnit.MICROS.between(Instant.EPOCH, row.event().getTimestamp())));
        statement.setArray(first + 9, connection.createArrayOf("int4", ColumnArray.places(rows.size())));
    }

    private List<Long> positions(PreparedStatement statement) throws SQLException {
        var positions = new ArrayList<Long>(rows.size());
        try (var result = statement.getResultSet()) {
            while (result.next()) {
                positions.add(result.getLong(1));
            }
        }
        return positions;
    }

    private java.sql.Array array(Connection connection, String type, Function<Row, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, ColumnArray.of(type, rows, value));
    }

    private java.sql.Array bytes(Connection connection, Function<Row, SerializedObject<byte[]>> value)
            throws SQLException {
        return connection.createArrayOf("bytea",
                rows.stream().map(value).map(SerializedObject::getData).toArray(byte[][]::new));
    }

    private record Row(DomainEventMessage<?> event, SerializedObject<byte[]> payload,
            SerializedObject<byte[]> metaData) {

        /** @param before mostly of the same command, and so with the same metadata */
        static Row of(EventMessage<?> event, Serializer serializer, @Nullable Row before) {
            var metaData = before != null && before.event().getMetaData().equals(event.getMetaData())
                    ? before.metaData()
                    : event.serializeMetaData(serializer, byte[].class);
            return new Row(streamOf(event), event.serializePayload(serializer, byte[].class), metaData);
        }
    }

    /** A fact that no aggregate applied is a stream of its own. */
    static DomainEventMessage<?> streamOf(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> ofStream
                ? ofStream
                : new GenericDomainEventMessage<>(null, event.getIdentifier(), 0, event, event::getTimestamp);
    }
}
