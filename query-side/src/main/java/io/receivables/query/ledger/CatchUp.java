package io.receivables.query.ledger;

import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the store in the rebuilt books with the writer that also keeps the live ones. */
final class CatchUp {

    private static final int BATCH_SIZE = 1_000;
    private static final Duration AT_HOLE = Duration.ofMillis(5);

    private final ReceivablesEventStorageEngine store;
    private final FactReader reader;
    private final ParkingWriter writer;
    private final TransactionTemplate transaction;
    private long position;

    /** @param position what the rebuilt books have read */
    CatchUp(ReceivablesEventStorageEngine store, FactReader reader, ParkingWriter writer,
            PlatformTransactionManager transactions, long position) {
        this.store = store;
        this.reader = reader;
        this.writer = writer;
        this.transaction = new TransactionTemplate(transactions);
        this.position = position;
    }

    long position() {
        return position;
    }

    /**
     * Reads and writes up to the position, which holds a fact.
     *
     * @return false if the time was over before
     */
    boolean upTo(long lastPosition, Deadline deadline, LongConsumer progress) throws InterruptedException {
        while (position < lastPosition) {
            long before = position;
            try (var events = store.readEvents(new GlobalSequenceTrackingToken(position), false)) {
                var facts = events.iterator();
                while (position < lastPosition && facts.hasNext() && !deadline.isOver()) {
                    write(facts, lastPosition);
                    progress.accept(position);
                }
            }
            if (deadline.isOver()) {
                return position >= lastPosition;
            }
            if (position == before) {
                Thread.sleep(AT_HOLE);
            }
        }
        return true;
    }

    private void write(Iterator<? extends TrackedEventMessage<?>> events, long lastPosition) {
        List<RecordedFact> batch = new ArrayList<>(BATCH_SIZE);
        long read = position;
        while (batch.size() < BATCH_SIZE && read < lastPosition && events.hasNext()) {
            var fact = reader.read(events.next());
            batch.add(fact);
            read = fact.position();
        }
        transaction.executeWithoutResult(_ -> writer.write(batch));
        position = read;
    }
}
