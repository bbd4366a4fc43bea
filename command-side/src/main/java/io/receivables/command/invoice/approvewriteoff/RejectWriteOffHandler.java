package io.receivables.command.invoice.approvewriteoff;

import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RejectWriteOffHandler {

    private final Streams<Invoice> invoices;
    private final DocumentParts parts;
    private final BusinessDays days;

    RejectWriteOffHandler(Streams<Invoice> invoices, DocumentParts parts, BusinessDays days) {
        this.invoices = invoices;
        this.parts = parts;
        this.days = days;
    }

    @CommandHandler
    Reply handle(RejectWriteOff command) {
        var id = command.writeOffId();
        var invoice = invoices.load(parts.require(DocumentParts.Kind.WRITE_OFF, id).id());
        var rejectedBy = CommandContext.current().actor().subject();
        var today = days.today(invoice.ask(Invoice::legalEntity));
        invoice.decide(it -> it.rejectWriteOff(id, rejectedBy, command.reason(), today));
        return Reply.ok(invoice.show((it, version) -> it.writeOffResource(id, version)));
    }
}
