package io.receivables.command.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * A bounded cache of loaded streams that keeps what was used last. (Axon's own {@code WeakReferenceCache} is empty after
 * each garbage collection.) An entry of a command that failed is evicted by Axon, one of a group that failed by the lane.
 */
public final class StreamCache implements Cache {

    private static final ScopedValue<StreamCache> INSTEAD = ScopedValue.newInstance();

    private final int capacity;
    private final Map<Object, Object> entries;
    private final Set<Object> touched = ConcurrentHashMap.newKeySet();

    public StreamCache(int capacity) {
        this.capacity = capacity;
        this.entries = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > capacity;
            }
        });
    }

    /** Runs decisions that shall neither use nor leave anything here: they have an empty cache of the same size. */
    public void apart(Runnable decisions) {
        ScopedValue.where(INSTEAD, new StreamCache(capacity)).run(decisions);
    }

    /** Begins to note which streams are used. */
    public void noteTouched() {
        touched.clear();
    }

    /** Forgets the streams that were used since: what they hold was rolled back, or was stale. */
    public void forgetTouched() {
        touched.forEach(entries::remove);
        touched.clear();
    }

    private Map<Object, Object> entries() {
        return INSTEAD.isBound() ? INSTEAD.get().entries : entries;
    }

    private void touch(Object key) {
        if (!INSTEAD.isBound()) {
            touched.add(key);
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // the shape of Axon's interface
    public <K, V> V get(K key) {
        touch(key);
        return (V) entries().get(key);
    }

    @Override
    public void put(Object key, Object value) {
        touch(key);
        entries().put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries().clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> false;
    }
}
