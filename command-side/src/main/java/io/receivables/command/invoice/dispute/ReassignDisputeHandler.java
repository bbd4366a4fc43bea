package io.receivables.command.invoice.dispute;

import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReassignDisputeHandler {

    private final Streams<Invoice> invoices;
    private final BusinessDays days;

    ReassignDisputeHandler(Streams<Invoice> invoices, BusinessDays days) {
        this.invoices = invoices;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ReassignDispute command) {
        var id = command.disputeId();
        var invoice = invoices.load(command.invoiceId());
        invoice.decide(it -> it.reassignDispute(id, command.owner(), command.deadline(), command.reason(),
                command.effectiveDate()));
        var today = days.today(invoice.ask(Invoice::legalEntity));
        return Reply.ok(invoice.show((it, version) -> it.disputeResource(id, today, version)));
    }
}
