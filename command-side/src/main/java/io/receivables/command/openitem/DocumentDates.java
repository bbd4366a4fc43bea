package io.receivables.command.openitem;

import io.receivables.command.openitem.OpenItem.Dates;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The dates of an item that is opened again: they are in the first fact of its document, or in the one that rescheduled the
 * invoice. Seldom needed.
 */
@Component
class DocumentDates {

    private final ReceivablesEventStorageEngine engine;

    DocumentDates(ReceivablesEventStorageEngine engine) {
        this.engine = engine;
    }

    Dates of(Key key) {
        return engine.readEvents(key.streamId(), 0)
                .asStream()
                .flatMap(event -> dates(key, event.getPayload()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing begins " + key));
    }

    private static Stream<Dates> dates(Key key, Object fact) {
        return switch (fact) {
            case InvoiceIssued issued -> dates(key, issued.issueDate(), issued.instalments());
            case InvoiceRescheduled moved -> dates(key, moved.issueDate(), moved.instalments());
            case LateChargeClaimed claimed -> Stream.of(new Dates(claimed.effectiveDate(), claimed.dueDate()));
            case PaymentReceived received -> Stream.of(Dates.of(received.receivedDate()));
            case CreditNoteIssued issued -> Stream.of(Dates.of(issued.issueDate()));
            default -> Stream.empty();
        };
    }

    private static Stream<Dates> dates(Key key, LocalDate issueDate, List<Instalment> instalments) {
        return instalments.stream()
                .filter(it -> it.no() == key.instalment())
                .map(it -> new Dates(issueDate, it.dueDate()));
    }
}
