package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import io.receivables.query.ledger.RecordedFact.Provenance;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Folds every fact into the books. The facts of a batch are collected and written just before the commit, in the
 * transaction that also moves the token, so that the books and the place read to never disagree.
 */
@ProcessingGroup(LedgerProjection.GROUP)
final class LedgerProjection {

    static final String GROUP = "ledger";

    private static final String BATCH = LedgerProjection.class.getName();

    private final LedgerWriter writer;
    private final Serializer eventSerializer;

    LedgerProjection(LedgerWriter writer, Serializer eventSerializer) {
        this.writer = writer;
        this.eventSerializer = eventSerializer;
    }

    @EventHandler
    void on(ReceivablesEvent event, DomainEventMessage<?> message, TrackingToken token, UnitOfWork<?> unitOfWork) {
        List<RecordedFact> batch = unitOfWork.root().getOrComputeResource(BATCH, _ -> newBatch(unitOfWork.root()));
        batch.add(fact(event, message, token.position().orElseThrow()));
    }

    private List<RecordedFact> newBatch(UnitOfWork<?> unitOfWork) {
        var batch = new ArrayList<RecordedFact>();
        unitOfWork.onPrepareCommit(_ -> writer.write(batch));
        return batch;
    }

    private RecordedFact fact(ReceivablesEvent event, DomainEventMessage<?> message, long position) {
        var data = message.serializePayload(eventSerializer, String.class);
        return new RecordedFact(position, message.getTimestamp(), message.getSequenceNumber(),
                data.getType().getName(), data.getType().getRevision(), data.getData(),
                provenance(message.getMetaData()), event);
    }

    private static Provenance provenance(MetaData metaData) {
        return new Provenance(text(metaData, "who"), text(metaData, "why"), text(metaData, "commandId"),
                text(metaData, "correlationId"));
    }

    private static @Nullable String text(MetaData metaData, String key) {
        var value = metaData.get(key);
        return value == null ? null : value.toString();
    }
}
