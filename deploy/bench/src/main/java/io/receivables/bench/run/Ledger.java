package io.receivables.bench.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processor that keeps the books, and how far it has come. */
public final class Ledger {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final TrackingEventProcessor processor;
    private final JdbcClient jdbc;

    public Ledger(Service service, JdbcClient jdbc) {
        this.processor = service.bean(EventProcessingConfiguration.class)
                .eventProcessor("ledger", TrackingEventProcessor.class)
                .orElseThrow();
        this.jdbc = jdbc;
    }

    /** Lets go of the claim: another process may read on. */
    public void stop() {
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

    public void await(long position) {
        while (position() < position) {
            if (processor.isError()) {
                throw new IllegalStateException("the processor of the books has stopped");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    public long position() {
        return jdbc.sql("select coalesce(max(position), 0) from ledger.event_log").query(Long.class).single();
    }
}
