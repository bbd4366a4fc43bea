package io.receivables.command.openitem;

import io.receivables.command.openitem.OpenItem.Dates;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import org.springframework.stereotype.Component;

/** The dates of an item that is opened again: they are in the first fact of its document. Seldom needed. */
@Component
class DocumentDates {

    private final ReceivablesEventStorageEngine engine;

    DocumentDates(ReceivablesEventStorageEngine engine) {
        this.engine = engine;
    }

    Dates of(Key key) {
        var first = engine.readEvents(key.streamId(), 0).next().getPayload();
        return switch (first) {
            case InvoiceIssued issued -> issued.instalments()
                    .stream()
                    .filter(it -> it.no() == key.instalment())
                    .map(it -> new Dates(issued.issueDate(), it.dueDate()))
                    .findFirst()
                    .orElseThrow();
            case LateChargeClaimed claimed -> new Dates(claimed.effectiveDate(), claimed.dueDate());
            case PaymentReceived received -> Dates.of(received.receivedDate());
            case CreditNoteIssued issued -> Dates.of(issued.issueDate());
            default -> throw new IllegalStateException(key + " begins with " + first);
        };
    }
}
