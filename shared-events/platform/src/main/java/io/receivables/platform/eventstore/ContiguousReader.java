package io.receivables.platform.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;

/**
 * Reads the store in order and stops at a hole that somebody may still fill. Where there is no hole it asks nothing
 * further; what it has returned is complete up to the last position.
 */
final class ContiguousReader {

    private static final String SELECT = "select " + StoredEvent.COLUMNS + " from eventstore.event e";
    private static final String AFTER = SELECT + " where global_index > ? order by global_index limit ?";
    private static final String AT = SELECT + " where global_index = any(?) order by global_index";

    /** Most holes are commits that overtook each other and close by themselves. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final DataSource dataSource;
    private final HoleWatch watch;

    ContiguousReader(DataSource dataSource, HoleWatch watch) {
        this.dataSource = dataSource;
        this.watch = watch;
    }

    /** What follows the position without an open hole; empty at the end and before an open hole. */
    List<TrackedDomainEventData<byte[]>> readAfter(long position, int limit) {
        var read = tryAfter(position, limit);
        if (!read.isBeforeHole()) {
            return read.complete();
        }
        if (!watch.isOpen()) {
            HoleWatch.pause(MOMENT);
            read = tryAfter(position, limit);
            if (!read.isBeforeHole()) {
                return read.complete();
            }
        }
        watch.look(position + 1);
        return tryAfter(position, limit).complete();
    }

    /** Those of the positions that hold an event, in order. */
    List<TrackedDomainEventData<byte[]>> readAt(Collection<Long> positions) {
        return OwnSnapshots.read(dataSource, connection -> {
            var events = new ArrayList<TrackedDomainEventData<byte[]>>();
            try (var statement = connection.prepareStatement(AT)) {
                statement.setArray(1, connection.createArrayOf("int8", positions.toArray()));
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        events.add(event(row));
                    }
                }
            }
            return events;
        });
    }

    private Attempt tryAfter(long position, int limit) {
        long settledUpTo = watch.settledUpTo(); // before the statement takes its snapshot
        return OwnSnapshots.read(dataSource, connection -> read(connection, position, limit, settledUpTo));
    }

    private static Attempt read(Connection connection, long position, int limit, long settledUpTo)
            throws SQLException {
        var complete = new ArrayList<TrackedDomainEventData<byte[]>>();
        try (var statement = connection.prepareStatement(AFTER)) {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            try (var row = statement.executeQuery()) {
                long last = position;
                while (row.next()) {
                    long index = row.getLong(1);
                    boolean hole = index - 1 > Math.max(last, settledUpTo);
                    if (hole) {
                        return new Attempt(complete, true);
                    }
                    complete.add(event(row));
                    last = index;
                }
            }
        }
        return new Attempt(complete, false);
    }

    private static TrackedDomainEventData<byte[]> event(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(row.getLong(1)),
                StoredEvent.read(row));
    }

    private record Attempt(List<TrackedDomainEventData<byte[]>> complete, boolean stoppedAtHole) {

        boolean isBeforeHole() {
            return stoppedAtHole && complete.isEmpty();
        }
    }
}
