package io.receivables.bench.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processor that keeps the books, and how far it has come. */
public final class Ledger {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TrackingEventProcessor processor;
    private final JdbcClient jdbc;

    public Ledger(Service service, JdbcClient jdbc) {
        this.processor = service.bean(EventProcessingConfiguration.class)
                .eventProcessor("ledger", TrackingEventProcessor.class)
                .orElseThrow();
        this.jdbc = jdbc;
    }

    /**
     * Lets go of the claim: another process may read on. A processor that is stopped before it has claimed its segment cannot
     * be started again, so that is waited for first.
     */
    public void stop() {
        until("the processor of the books has no segment", () -> !processor.processingStatus().isEmpty());
        processor.shutDown();
    }

    public void start() {
        processor.start();
    }

    /** Waits until everything that is stored now is in the books. */
    public void awaitHead() {
        long head = jdbc.sql("select coalesce(max(global_index), 0) from eventstore.event").query(Long.class).single();
        await(head);
    }

    /** The same round, begun when the books have all that was stored before; what they still had to do would slow it down. */
    public Comparison.Round settled(Comparison.Round round) {
        return () -> {
            settle();
            return round.measure();
        };
    }

    /** Waits as {@link #awaitHead()} does, unless the books are kept elsewhere. */
    public void settle() {
        if (processor.isRunning()) {
            awaitHead();
        }
    }

    public void await(long position) {
        long seen = position();
        long seenAt = System.nanoTime();
        while (seen < position) {
            LockSupport.parkNanos(LOOK.toNanos());
            long now = position();
            if (now > seen) {
                seenAt = System.nanoTime();
            } else if (System.nanoTime() - seenAt > PATIENCE.toNanos()) {
                throw new IllegalStateException("the books stand still at position " + now);
            }
            seen = now;
        }
    }

    private static void until(String complaint, BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException(complaint);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    public long position() {
        return jdbc.sql("select coalesce(max(position), 0) from ledger.fact").query(Long.class).single();
    }
}
