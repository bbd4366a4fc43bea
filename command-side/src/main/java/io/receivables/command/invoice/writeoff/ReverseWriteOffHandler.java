package io.receivables.command.invoice.writeoff;

import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReverseWriteOffHandler {

    private final Streams<Invoice> invoices;
    private final DocumentParts parts;

    ReverseWriteOffHandler(Streams<Invoice> invoices, DocumentParts parts) {
        this.invoices = invoices;
        this.parts = parts;
    }

    @CommandHandler
    Reply handle(ReverseWriteOff command) {
        var id = command.writeOffId();
        var invoice = invoices.load(parts.require(DocumentParts.Kind.WRITE_OFF, id).id());
        invoice.decide(it -> it.reverseWriteOff(id, command.reason(), command.effectiveDate()));
        return Reply.ok(invoice.show((it, version) -> it.writeOffResource(id, version)));
    }
}
