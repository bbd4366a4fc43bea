package io.receivables.command.invoice.doubtful;

import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class MarkInvoiceDoubtfulHandler {

    private final Streams<Invoice> invoices;

    MarkInvoiceDoubtfulHandler(Streams<Invoice> invoices) {
        this.invoices = invoices;
    }

    @CommandHandler
    Reply handle(MarkInvoiceDoubtful command) {
        var id = command.doubtfulId();
        var invoice = invoices.load(command.invoiceId());
        invoice.decide(it -> it.markDoubtful(id, command.amount(), command.reason(), command.effectiveDate()));
        return Reply.created(invoice.show((it, version) -> it.doubtfulResource(id, version)),
                "/v1/invoices/" + command.invoiceId());
    }
}
