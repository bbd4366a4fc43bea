package io.receivables.query.accesslog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes reads and writes them together, in a thread of its own. Nothing is dropped: who wants to read takes one of so many places
 * first, keeps it until the read and its end are written, and is refused while there is none. Who is turned away before takes one
 * as well; where there is none left, the log of the process tells it instead. So no more waits than there are places. What waits is
 * written before the process ends in order; what a crash can lose is one pause of reads that are not recorded first.
 */
final class AccessLog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private static final int MOST_AT_ONCE = 1_000;
    /** Ten writes a second, however many questions there are. */
    private static final long PAUSE_MILLIS = 100;
    private static final long RETRY_MILLIS = 500;
    /** Who has waited as long for a place or for a write is refused. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    /** After the web server has answered its last request: those phases are far above. */
    private static final int PHASE = 0;

    private final AccessRows rows;
    private final Semaphore places;
    private final LinkedBlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Semaphore hurry = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable Thread writer;

    AccessLog(AccessRows rows, int waiting, MeterRegistry meters) {
        this.rows = rows;
        this.places = new Semaphore(waiting);
        Gauge.builder("receivables.access.waiting", queue, LinkedBlockingQueue::size)
                .description("reads that are not written to the access log yet")
                .register(meters);
    }

    /** What waits to be written. */
    private sealed interface Item {

        /** @param last whether its place becomes free with it; else with its end */
        record Read(AccessEntry entry, boolean last, CompletableFuture<Boolean> written) implements Item {}

        record Ended(AccessEntry.End end) implements Item {}

        record Mark(CompletableFuture<Boolean> reached) implements Item {}
    }

    /** @throws Refusal ACCESS_NOT_RECORDED: a read that cannot be recorded does not take place */
    void takePlace() {
        try {
            if (!stopping && places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        throw notRecorded();
    }

    /** Of a read that has a place. */
    void add(AccessEntry entry) {
        queue.add(new Item.Read(entry, true, new CompletableFuture<>()));
    }

    /** Of a read that was turned away before it had a place; nobody waits for one on that account. */
    void addRefused(AccessEntry entry) {
        if (places.tryAcquire()) {
            add(entry);
        } else {
            LOG.warn("not in the access log, which is full: {}", entry);
        }
    }

    /**
     * Of a read that has a place, and waits until it is written; it keeps the place until its end.
     *
     * @throws Refusal ACCESS_NOT_RECORDED in time; should it be written later all the same, so is that it was refused
     */
    void addNow(AccessEntry entry) {
        var read = new Item.Read(entry, false, new CompletableFuture<>());
        queue.add(read);
        try {
            await(read.written());
        } catch (Refusal notRecorded) {
            end(new AccessEntry.End(entry.id(), notRecorded.code().status(), null));
            throw notRecorded;
        }
    }

    /** Of a read that was added before its answer: gives its place back. */
    void end(AccessEntry.End end) {
        queue.add(new Item.Ended(end));
    }

    /** Waits until everything that was read here before now is written. */
    void flush() {
        var mark = new Item.Mark(new CompletableFuture<>());
        queue.add(mark);
        await(mark.reached());
    }

    private void await(CompletableFuture<Boolean> done) {
        hurry.release();
        try {
            done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw notRecorded();
        } catch (ExecutionException | TimeoutException notWritten) {
            throw notRecorded();
        }
    }

    private static Refusal notRecorded() {
        return new Refusal(ProblemCode.ACCESS_NOT_RECORDED,
                "who reads what is recorded, and that is not possible now; try again");
    }

    private void run() {
        while (!stopping || !queue.isEmpty()) {
            try {
                var items = next();
                if (!items.isEmpty()) {
                    write(items);
                    pause();
                }
            } catch (InterruptedException givenUpOn) {
                LOG.error("{} reads are not in the access log: the database could not be reached", queue.size());
                return;
            }
        }
    }

    private List<Item> next() throws InterruptedException {
        var items = new ArrayList<Item>();
        var first = queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            items.add(first);
            queue.drainTo(items, MOST_AT_ONCE - 1);
        }
        return items;
    }

    private void pause() throws InterruptedException {
        if (!stopping && queue.size() < MOST_AT_ONCE && hurry.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            hurry.drainPermits();
        }
    }

    /**
     * As often as it takes, whatever the database is short of. Only an entry whose values it refuses is told to the log of the
     * process instead, so that it is somewhere and holds up nobody.
     */
    private void write(List<Item> items) throws InterruptedException {
        while (true) {
            try {
                rows.write(reads(items), ends(items));
                items.forEach(this::written);
                return;
            } catch (RuntimeException failure) {
                if (isRefusedForItsValues(failure)) {
                    apart(items, failure);
                    return;
                }
                LOG.warn("the access log waits for the database: {}", failure.toString());
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    private void apart(List<Item> items, RuntimeException failure) throws InterruptedException {
        if (items.size() == 1) {
            LOG.error("not in the access log: {}", items.getFirst(), failure);
            written(items.getFirst());
            return;
        }
        for (var item : items) {
            write(List.of(item));
        }
    }

    private static boolean isRefusedForItsValues(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = String.valueOf(sql.getSQLState());
                return state.startsWith("22") || state.startsWith("23");
            }
        }
        return false;
    }

    private static List<AccessEntry> reads(List<Item> items) {
        return items.stream()
                .flatMap(it -> it instanceof Item.Read read
                        ? Stream.of(read.entry())
                        : Stream.of())
                .toList();
    }

    private static List<AccessEntry.End> ends(List<Item> items) {
        return items.stream()
                .flatMap(it -> it instanceof Item.Ended ended
                        ? Stream.of(ended.end())
                        : Stream.of())
                .toList();
    }

    private void written(Item item) {
        switch (item) {
            case Item.Read read -> {
                if (read.last()) {
                    places.release();
                }
                read.written().complete(true);
            }
            case Item.Ended _ -> places.release();
            case Item.Mark mark -> mark.reached().complete(true);
        }
    }

    @Override
    public void start() {
        stopping = false;
        writer = Thread.ofPlatform().daemon().name("access-log").start(this::run);
    }

    /** Writes what waits. */
    @Override
    public void stop() {
        var running = writer;
        stopping = true;
        hurry.release();
        try {
            if (running != null && !running.join(STOP_LIMIT)) {
                running.interrupt();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        var running = writer;
        return running != null && running.isAlive() && !stopping;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
