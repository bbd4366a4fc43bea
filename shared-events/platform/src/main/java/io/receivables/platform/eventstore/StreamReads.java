package io.receivables.platform.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;

/** Reads several streams with one statement. */
final class StreamReads {

    // One index probe for each stream, however many there are in the store.
    static final String EVENTS = """
            select %s
              from unnest(?) as wanted (id)
             cross join lateral (select * from eventstore.event where aggregate_identifier = wanted.id
                                  order by sequence_number offset 0) e
            """.formatted(StoredEvent.COLUMNS);

    private static final String VERSIONS = """
            select wanted.id, last.sequence_number + 1
              from unnest(?) as wanted (id)
             cross join lateral (select sequence_number from eventstore.event
                                  where aggregate_identifier = wanted.id order by sequence_number desc limit 1) last
            """;

    private StreamReads() {}

    static Map<String, List<DomainEventData<?>>> eventsOf(Connection connection, Collection<String> streamIds)
            throws SQLException {
        var events = new HashMap<String, List<DomainEventData<?>>>();
        try (var statement = connection.prepareStatement(EVENTS)) {
            statement.setArray(1, texts(connection, streamIds));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var event = StoredEvent.read(rows);
                    events.computeIfAbsent(event.aggregateIdentifier(), _ -> new ArrayList<>()).add(event);
                }
            }
        }
        return events;
    }

    static Map<String, Long> versionsOf(Connection connection, Collection<String> streamIds) throws SQLException {
        var versions = new HashMap<String, Long>();
        try (var statement = connection.prepareStatement(VERSIONS)) {
            statement.setArray(1, texts(connection, streamIds));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return versions;
    }

    private static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray(String[]::new));
    }
}
