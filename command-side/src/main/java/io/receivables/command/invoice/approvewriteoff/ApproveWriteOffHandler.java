package io.receivables.command.invoice.approvewriteoff;

import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ApproveWriteOffHandler {

    private final Streams<Invoice> invoices;
    private final DocumentParts parts;

    ApproveWriteOffHandler(Streams<Invoice> invoices, DocumentParts parts) {
        this.invoices = invoices;
        this.parts = parts;
    }

    @CommandHandler
    Reply handle(ApproveWriteOff command) {
        var id = command.writeOffId();
        var invoice = invoices.load(parts.require(DocumentParts.Kind.WRITE_OFF, id).id());
        var approver = CommandContext.current().actor().subject();
        invoice.decide(it -> it.approveWriteOff(id, approver));
        return Reply.ok(invoice.show((it, version) -> it.writeOffResource(id, version)));
    }
}
