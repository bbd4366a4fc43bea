package io.receivables.platform.eventstore;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells readers that it is worth reading again. Whoever commits only flips a flag; a thread of its own counts the ticks
 * and wakes the readers. It also ticks each second, should a signal get lost, and while a hole is watched it looks after it
 * at short intervals.
 */
final class CommitSignal implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(CommitSignal.class);

    private static final Duration FALL_BACK = Duration.ofSeconds(1);
    private static final Duration AT_HOLE = Duration.ofMillis(5);

    private final HoleWatch watch;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ticked = lock.newCondition();
    private final Thread thread = Thread.ofPlatform().daemon().name("event-store-signal").unstarted(this::run);
    private volatile long tick;
    private volatile boolean rung;
    private volatile boolean closed;
    private boolean started;

    CommitSignal(HoleWatch watch) {
        this.watch = watch;
    }

    synchronized void start() {
        if (!started && !closed) {
            started = true;
            thread.start();
        }
    }

    /** Something was committed, here or elsewhere. */
    void ring() {
        rung = true;
        LockSupport.unpark(thread);
    }

    /** A reader stopped: should a hole be open, it is looked after from now on and not only at the next signal. */
    void readerStopped() {
        if (watch.isOpen()) {
            LockSupport.unpark(thread);
        }
    }

    /** Changes whenever there may be something new. A reader notes it before it reads. */
    long tick() {
        return tick;
    }

    /** Returns true once the tick is another one than was seen, false when the time is over or the store closes. */
    boolean awaitOtherThan(long seen, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (tick == seen && left > 0 && !closed) {
                left = ticked.awaitNanos(left);
            }
            return tick != seen;
        } finally {
            lock.unlock();
        }
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(@Nullable Runnable listener) {
        listeners.remove(listener);
    }

    private void run() {
        long nextFallBack = System.nanoTime() + FALL_BACK.toNanos();
        while (!closed) {
            if (!rung) {
                LockSupport.parkNanos(this, Math.min(nextFallBack - System.nanoTime(),
                        (watch.isOpen() ? AT_HOLE : FALL_BACK).toNanos()));
            }
            boolean worthReading = rung;
            rung = false;
            worthReading |= holeWasSettled();
            if (System.nanoTime() >= nextFallBack) {
                nextFallBack = System.nanoTime() + FALL_BACK.toNanos();
                worthReading = true;
            }
            if (worthReading) {
                tickOnce();
            }
        }
    }

    private boolean holeWasSettled() {
        if (!watch.isOpen()) {
            return false;
        }
        long before = watch.settledUpTo();
        try {
            watch.look();
        } catch (RuntimeException e) {
            logger.warn("Cannot look after a hole in the event store, will try again: {}", e.toString());
            LockSupport.parkNanos(this, FALL_BACK.toNanos());
        }
        return watch.settledUpTo() > before;
    }

    private void tickOnce() {
        lock.lock();
        try {
            tick++;
            ticked.signalAll();
        } finally {
            lock.unlock();
        }
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) { // such as a processor that is shutting down
                logger.debug("A reader could not be woken", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        lock.lock();
        try {
            ticked.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
