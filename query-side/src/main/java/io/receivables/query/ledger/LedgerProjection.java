package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import java.util.ArrayList;
import java.util.List;
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

    private final ParkingWriter writer;
    private final FactReader reader;

    LedgerProjection(ParkingWriter writer, FactReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @EventHandler
    void on(ReceivablesEvent event, DomainEventMessage<?> message, TrackingToken token, UnitOfWork<?> unitOfWork) {
        List<RecordedFact> batch = unitOfWork.root().getOrComputeResource(BATCH, _ -> newBatch(unitOfWork.root()));
        batch.add(reader.read(message, token.position().orElseThrow()));
    }

    private List<RecordedFact> newBatch(UnitOfWork<?> unitOfWork) {
        var batch = new ArrayList<RecordedFact>();
        unitOfWork.onPrepareCommit(_ -> writer.write(batch));
        return batch;
    }
}
