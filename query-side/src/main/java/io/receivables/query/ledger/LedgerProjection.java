package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Folds every fact into the books. The facts of a batch are collected and written just before the commit, in the
 * transaction that also moves the token, so that the books and the place read to never disagree.
 */
@ProcessingGroup(LedgerProjection.GROUP)
final class LedgerProjection {

    static final String GROUP = "ledger";

    private static final String BATCH = LedgerProjection.class.getName();

    /** A batch has some twenty statements whatever its size: beyond this they weigh nothing. */
    private static final int FULL = 500;

    private final ParkingWriter writer;
    private final FactReader reader;
    private final long restNanos;
    private final Clock clock;
    /** When the batch before ended; for the one thread of the processor. */
    private volatile Instant ended;

    /** @param rest how long it lets more facts come while many decide */
    LedgerProjection(ParkingWriter writer, FactReader reader, Duration rest, Clock clock) {
        this.writer = writer;
        this.reader = reader;
        this.restNanos = rest.toNanos();
        this.clock = clock;
        this.ended = clock.instant();
    }

    @EventHandler
    void on(ReceivablesEvent event, DomainEventMessage<?> message, TrackingToken token, UnitOfWork<?> unitOfWork) {
        List<RecordedFact> batch = unitOfWork.root()
                .getOrComputeResource(BATCH, _ -> newBatch(unitOfWork.root(), message.getTimestamp()));
        batch.add(reader.read(message, token.position().orElseThrow()));
    }

    private List<RecordedFact> newBatch(UnitOfWork<?> unitOfWork, Instant recordedAt) {
        // Where another node's clock goes wrong by some milliseconds, it rests when it need not, or not when it could.
        boolean waited = recordedAt.isBefore(ended);
        var batch = new ArrayList<RecordedFact>();
        unitOfWork.onPrepareCommit(_ -> writer.write(batch));
        unitOfWork.afterCommit(_ -> {
            if (waited && batch.size() < FULL) {
                letMoreCome();
            }
            ended = clock.instant();
        });
        return batch;
    }

    /** While many decide, small batches would take from them what they need themselves. At rest nobody waits here. */
    private void letMoreCome() {
        LockSupport.parkNanos(restNanos);
    }
}
