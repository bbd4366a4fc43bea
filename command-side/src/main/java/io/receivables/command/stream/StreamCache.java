package io.receivables.command.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * A bounded cache of loaded streams that keeps what was used last: documents for a short while, so that thousands of them are no
 * burden to the collector, and all others (accounts, policies) beside them. (Axon's own {@code WeakReferenceCache} is empty after
 * each garbage collection.) An entry of a command that failed is evicted by Axon, one of a group that failed by the lane.
 */
public final class StreamCache implements Cache {

    private static final ScopedValue<StreamCache> INSTEAD = ScopedValue.newInstance();

    private final int capacity;
    private final int documents;
    private final Map<Object, Object> ofDocuments;
    private final Map<Object, Object> ofOthers;
    private final Set<Object> touched = ConcurrentHashMap.newKeySet();

    /** @param documents how many of them are kept, beside {@code capacity} other streams */
    public StreamCache(int capacity, int documents) {
        this.capacity = capacity;
        this.documents = documents;
        this.ofDocuments = usedLast(documents);
        this.ofOthers = usedLast(capacity);
    }

    private static Map<Object, Object> usedLast(int capacity) {
        return Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > capacity;
            }
        });
    }

    /** Runs decisions that shall neither use nor leave anything here: they have an empty cache of the same size. */
    public void apart(Runnable decisions) {
        ScopedValue.where(INSTEAD, new StreamCache(capacity, documents)).run(decisions);
    }

    /** Begins to note which streams are used. */
    public void noteTouched() {
        touched.clear();
    }

    /** Forgets the streams that were used since: what they hold was rolled back, or was stale. */
    public void forgetTouched() {
        touched.forEach(stream -> part(stream).remove(stream));
        touched.clear();
    }

    private Map<Object, Object> entries(Object key) {
        return INSTEAD.isBound() ? INSTEAD.get().part(key) : part(key);
    }

    private Map<Object, Object> part(Object key) {
        return StreamType.isDocument(key) ? ofDocuments : ofOthers;
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
        return (V) entries(key).get(key);
    }

    @Override
    public void put(Object key, Object value) {
        touch(key);
        entries(key).put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries(key).putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries(key).remove(key) != null;
    }

    @Override
    public void removeAll() {
        var all = INSTEAD.isBound() ? INSTEAD.get() : this;
        all.ofDocuments.clear();
        all.ofOthers.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries(key).containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> false;
    }
}
