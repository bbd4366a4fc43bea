package io.receivables.platform.eventstore;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Follows the store for one reader. At the end it asks the database again only after a signal. */
final class EventTail implements TrackingEventStream {

    private static final long NEVER = -1;

    private final ReceivablesEventStorageEngine engine;
    private final CommitSignal signal;
    private @Nullable TrackingToken position;
    private @Nullable Iterator<? extends TrackedEventMessage<?>> batch;
    private @Nullable TrackedEventMessage<?> next;
    private long tickAtEnd = NEVER;
    private volatile @Nullable Runnable listener;
    private volatile boolean closed;

    EventTail(ReceivablesEventStorageEngine engine, CommitSignal signal, @Nullable TrackingToken position) {
        this.engine = engine;
        this.signal = signal;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(advance());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (advance() == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || closed || !signal.awaitOtherThan(tickAtEnd, left)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        var event = advance();
        while (event == null) {
            if (closed) {
                throw new IllegalStateException("stream is closed");
            }
            signal.awaitOtherThan(tickAtEnd, TimeUnit.SECONDS.toNanos(1));
            event = advance();
        }
        next = null;
        position = event.trackingToken();
        return event;
    }

    private @Nullable TrackedEventMessage<?> advance() {
        if (next == null && !closed) {
            next = read();
        }
        return next;
    }

    private @Nullable TrackedEventMessage<?> read() {
        try {
            while (openBatch()) {
                if (batch != null && batch.hasNext()) {
                    return batch.next();
                }
                batch = null;
            }
            signal.readerStopped();
            return null;
        } catch (RuntimeException e) {
            // What failed was taken out of the batch already; going on with it would skip that event.
            batch = null;
            tickAtEnd = NEVER;
            throw e;
        }
    }

    /** Returns false if the end was reached and nothing was signalled since. */
    private boolean openBatch() {
        if (batch == null) {
            long tick = signal.tick(); // before reading, or a commit in between would wait for the next signal
            if (tick == tickAtEnd) {
                return false;
            }
            tickAtEnd = tick;
            batch = engine.readEvents(position, false).iterator();
        }
        return true;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        signal.forget(listener);
        listener = callback;
        signal.listen(callback);
        callback.run();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        signal.forget(listener);
        batch = null;
    }
}
