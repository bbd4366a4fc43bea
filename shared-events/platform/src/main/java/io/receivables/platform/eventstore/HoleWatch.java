package io.receivables.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Finds out whether a number that is missing will ever be seen. It notes the highest visible number, then who holds the
 * {@link AppendLock}; whoever drew a lower number held the lock by then, and a lock is given back only after its
 * transaction has become visible. Once none of <em>those</em> holders is left, every number up to the noted one is either
 * visible or rolled back for good. Writers notice nothing of it.
 */
final class HoleWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private final DataSource dataSource;
    private final List<Watch> open = new ArrayList<>();
    private volatile long settledUpTo;
    private volatile boolean anyOpen;
    private long lastLookNanos;

    HoleWatch(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * No number up to this one will appear any more. A reader must ask <em>before</em> it takes the snapshot that it
     * judges by this answer.
     */
    long settledUpTo() {
        return settledUpTo;
    }

    /** A reader stands before a hole that somebody may still fill. */
    boolean isOpen() {
        return anyOpen;
    }

    /** Begins to watch the hole, or looks again whether the watched transactions have ended. Never waits for them. */
    synchronized void look(long missing) {
        if (missing <= settledUpTo) {
            return;
        }
        if (open.stream().anyMatch(watch -> watch.safe >= missing)) {
            look();
        } else {
            begin();
        }
    }

    /** Looks again, unless it has just been done. */
    synchronized void look() {
        if (open.isEmpty() || System.nanoTime() - lastLookNanos < BETWEEN_LOOKS.toNanos()) {
            return;
        }
        lastLookNanos = System.nanoTime();
        settle(OwnSnapshots.read(dataSource, HoleWatch::holders));
    }

    /** Waits until everything up to the highest visible number is settled, and returns that number. */
    long awaitHead(Duration limit) {
        long head = begin();
        long deadline = System.nanoTime() + limit.toNanos();
        while (settledUpTo < head) {
            if (System.nanoTime() > deadline) {
                throw new EventStoreException(
                        "transactions that may append below " + head + " still run after " + limit);
            }
            pause(BETWEEN_LOOKS);
            look();
        }
        return head;
    }

    static void pause(Duration moment) {
        try {
            Thread.sleep(moment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted while reading", e);
        }
    }

    private synchronized long begin() {
        var watch = OwnSnapshots.read(dataSource, connection -> {
            // In this order: a transaction that is in neither answer has ended and is visible.
            long safe = highestVisible(connection);
            return new Watch(safe, holders(connection));
        });
        lastLookNanos = System.nanoTime();
        open.add(watch);
        settle(Set.copyOf(watch.remaining));
        return watch.safe;
    }

    private void settle(Set<String> holders) {
        for (var watch : open) {
            watch.remaining.retainAll(holders);
            if (watch.remaining.isEmpty()) {
                settledUpTo = Math.max(settledUpTo, watch.safe);
            }
        }
        open.removeIf(watch -> watch.safe <= settledUpTo);
        anyOpen = !open.isEmpty();
    }

    private static long highestVisible(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select coalesce(max(global_index), 0) from eventstore.event")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Set<String> holders(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(AppendLock.HOLDERS)) {
            var holders = new HashSet<String>();
            while (result.next()) {
                holders.add(result.getString(1));
            }
            return holders;
        }
    }

    /** Up to {@code safe} everything is settled once none of {@code remaining} is left. */
    private record Watch(long safe, Set<String> remaining) {}
}
