package io.receivables.platform.eventstore;

import io.receivables.events.ReceivablesEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The events of several units of work that share one transaction: kept here, in order, until one statement appends them all.
 * While a group is bound to the thread, the storage engine appends to it, and what it reads of a stream ends with what
 * the group holds of it. For one thread.
 */
public final class GroupedEvents {

    /** The statement that reads streams ahead; its parameter is an array of their ids. */
    public static final String READ_AHEAD = StreamReads.EVENTS;

    private static final ScopedValue<GroupedEvents> CURRENT = ScopedValue.newInstance();

    private final List<DomainEventMessage<?>> events = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> byStream = new HashMap<>();
    private final Map<String, List<DomainEventData<?>>> stored = new HashMap<>();

    static @Nullable GroupedEvents current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** Runs units of work whose events shall be part of this group. */
    public void run(Runnable unitsOfWork) {
        ScopedValue.where(CURRENT, this).run(unitsOfWork);
    }

    void add(List<? extends EventMessage<?>> appended) {
        for (var event : appended) {
            var ofStream = AppendStatement.streamOf(event);
            events.add(ofStream);
            byStream.computeIfAbsent(ofStream.getAggregateIdentifier(), _ -> new ArrayList<>()).add(ofStream);
        }
    }

    /** How many events there are; also the place of the next one. */
    public int size() {
        return events.size();
    }

    /** The facts from a place on, in order. */
    public List<ReceivablesEvent> since(int place) {
        return events.subList(place, events.size())
                .stream()
                .map(event -> (ReceivablesEvent) event.getPayload())
                .toList();
    }

    List<DomainEventMessage<?>> all() {
        return events;
    }

    /** The events of a stream that are not in the store yet. */
    List<DomainEventMessage<?>> of(String streamId) {
        return byStream.getOrDefault(streamId, List.of());
    }

    /** How many events of a stream are not in the store yet. */
    public int sizeOf(String streamId) {
        return of(streamId).size();
    }

    /** Whether a stream is known to have begun, in this group or, as far as it was read ahead, in the store. */
    public boolean hasBegun(String streamId) {
        return byStream.containsKey(streamId) || !stored.getOrDefault(streamId, List.of()).isEmpty();
    }

    /** Says which streams are about to be read ahead: those of which no row comes have not begun. */
    public void expect(Collection<String> streamIds) {
        streamIds.forEach(id -> stored.put(id, new ArrayList<>()));
    }

    /** Takes a row of {@link #READ_AHEAD}. */
    public void keep(ResultSet row) throws SQLException {
        var event = StoredEvent.read(row);
        Objects.requireNonNull(stored.get(event.aggregateIdentifier())).add(event);
    }

    void keep(Collection<String> streamIds, Map<String, List<DomainEventData<?>>> read) {
        streamIds.forEach(id -> stored.put(id, read.getOrDefault(id, List.of())));
    }

    /** What was read ahead of a stream; null when it was not. */
    @Nullable
    List<DomainEventData<?>> storedOf(String streamId) {
        return stored.get(streamId);
    }

    /** Every stream that the group has events of. */
    public Set<String> streams() {
        return new HashSet<>(byStream.keySet());
    }
}
