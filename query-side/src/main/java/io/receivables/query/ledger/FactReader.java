package io.receivables.query.ledger;

import io.receivables.events.EventCatalog;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.period.AccountingDate;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Turns messages of the event store into facts as the books know them. */
final class FactReader {

    RecordedFact read(TrackedEventMessage<?> message) {
        return read((DomainEventMessage<?>) message, message.trackingToken().position().orElseThrow());
    }

    RecordedFact read(DomainEventMessage<?> message, long position) {
        var event = (ReceivablesEvent) message.getPayload();
        var metaData = message.getMetaData();
        var late = text(metaData, AccountingDate.KEY);
        return new RecordedFact(position, message.getTimestamp(), nameOf(event), text(metaData, "who"),
                text(metaData, "why"), late == null ? event.effectiveDate() : LocalDate.parse(late), event);
    }

    private static String nameOf(ReceivablesEvent event) {
        return Objects.requireNonNull(EventCatalog.aliasOf(event.getClass()),
                () -> event.getClass() + " is not in the catalog of facts");
    }

    private static @Nullable String text(MetaData metaData, String key) {
        var value = metaData.get(key);
        return value == null ? null : value.toString();
    }
}
