package io.receivables.command.lane;

import io.receivables.platform.eventstore.GroupedEvents;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction holds: the events and rows that its commands have decided, seen by the commands after them, and
 * what was read of the database so far. A refused command leaves nothing in it. For one thread.
 */
public final class CommitGroup {

    private static final ScopedValue<CommitGroup> CURRENT = ScopedValue.newInstance();

    private final GroupedEvents events = new GroupedEvents();
    private final boolean dryRun;
    private final Map<GroupTable<?, ?>, Map<Object, Object>> rows = new HashMap<>();
    private final Map<GroupTable<?, ?>, Map<Object, Object>> rowsOfCommand = new HashMap<>();
    private final Map<Object, Map<Object, Object>> read = new HashMap<>();
    private final Map<String, Long> loaded = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<Sql.Update> withEvents = new ArrayList<>();

    CommitGroup(boolean dryRun) {
        this.dryRun = dryRun;
    }

    /** The group of the command that this thread decides. */
    public static CommitGroup current() {
        return CURRENT.get();
    }

    /** Whether a command is being decided on this thread. */
    public static boolean isRunning() {
        return CURRENT.isBound();
    }

    void run(Runnable decisions) {
        ScopedValue.where(CURRENT, this).run(() -> events.run(decisions));
    }

    GroupedEvents events() {
        return events;
    }

    /** Whether everything is forgotten at the end; then nothing is locked either. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** Leaves a row behind, or puts another one in its place. */
    public <K, R> void put(GroupTable<K, R> table, K key, R row) {
        rowsOfCommand.computeIfAbsent(table, _ -> new LinkedHashMap<>()).put(key, row);
    }

    /** The row that this command, or one before it in the group, has left behind; null when there is none. */
    @SuppressWarnings("unchecked") // put() has the same types
    public <K, R> @Nullable R find(GroupTable<K, R> table, K key) {
        var own = rowsOfCommand.getOrDefault(table, Map.of()).get(key);
        return (R) (own != null ? own : rows.getOrDefault(table, Map.of()).get(key));
    }

    /** What was read of the database under this key, read once for the group; an absent row is asked for again. */
    @SuppressWarnings("unchecked") // each reader has keys and values of its own
    public <K, V> @Nullable V read(Object reader, K key, Function<K, @Nullable V> query) {
        var known = read.computeIfAbsent(reader, _ -> new HashMap<>());
        var value = known.get(key);
        if (value == null) {
            value = query.apply(key);
            if (value != null) {
                known.put(key, value);
            }
        }
        return (V) value;
    }

    /** Every row that this command, and those before it in the group, have left behind. */
    @SuppressWarnings("unchecked") // put() has the same types
    public <K, R> Map<K, R> added(GroupTable<K, R> table) {
        var added = new LinkedHashMap<K, R>((Map<K, R>) rows.getOrDefault(table, Map.of()));
        added.putAll((Map<K, R>) rowsOfCommand.getOrDefault(table, Map.of()));
        return added;
    }

    /** Everything that a reader has read so far; to add to. */
    @SuppressWarnings("unchecked") // each reader has keys and values of its own
    public <K, V> Map<K, V> allRead(Object reader) {
        return (Map<K, V>) read.computeIfAbsent(reader, _ -> new HashMap<>());
    }

    /** Notes with how many events the command has found a stream. */
    public void loaded(String streamId, long version) {
        loaded.putIfAbsent(streamId, version);
    }

    /** Whether a stream is known to be there, so that it cannot begin. */
    public boolean hasBegun(String streamId) {
        return known.contains(streamId) || events.hasBegun(streamId);
    }

    /** Notes streams that have begun. */
    void known(Collection<String> streamIds) {
        known.addAll(streamIds);
    }

    void begin() {
        rowsOfCommand.clear();
        loaded.clear();
    }

    void accept() {
        rowsOfCommand.forEach((table, added) -> rows.computeIfAbsent(table, _ -> new LinkedHashMap<>()).putAll(added));
        rowsOfCommand.clear();
    }

    void reject() {
        rowsOfCommand.clear();
    }

    /** How many events the store must hold of the streams that the command has loaded, if nothing has passed it by. */
    Map<String, Long> loadedVersions() {
        var versions = new HashMap<String, Long>();
        loaded.forEach((id, version) -> versions.put(id, version - events.sizeOf(id)));
        return versions;
    }

    /** Lets a table write in the round trip of the events, which spares one of its own; it comes before them. */
    public void writeWithEvents(Sql.Update update) {
        withEvents.add(update);
    }

    /** Appends the events, and what is written with them; returns their positions. */
    List<Long> append(ReceivablesEventStorageEngine engine) {
        return events.size() == 0 && withEvents.isEmpty() ? List.of() : engine.append(events, withEvents);
    }

    @SuppressWarnings("unchecked") // put() has the same types
    <K, R> void insertInto(GroupTable<K, R> table) {
        var added = rows.get(table);
        if (added != null) {
            table.insert((Map<K, R>) added);
        }
    }
}
