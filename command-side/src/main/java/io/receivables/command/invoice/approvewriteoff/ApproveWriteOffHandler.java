package io.receivables.command.invoice.approvewriteoff;

import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.Approver;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ApproveWriteOffHandler {

    private final Streams<Invoice> invoices;
    private final DocumentParts parts;
    private final BusinessDays days;

    ApproveWriteOffHandler(Streams<Invoice> invoices, DocumentParts parts, BusinessDays days) {
        this.days = days;
        this.invoices = invoices;
        this.parts = parts;
    }

    @CommandHandler
    Reply handle(ApproveWriteOff command) {
        var id = command.writeOffId();
        var invoice = invoices.load(parts.require(DocumentParts.Kind.WRITE_OFF, id).id());
        var approver = Approver.current();
        var today = days.today(invoice.ask(Invoice::legalEntity));
        invoice.decide(it -> it.approveWriteOff(id, approver, today));
        return Reply.ok(invoice.show((it, version) -> it.writeOffResource(id, version)));
    }
}
