package io.receivables.command.invoice.doubtful;

import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReleaseDoubtfulHandler {

    private final Streams<Invoice> invoices;

    ReleaseDoubtfulHandler(Streams<Invoice> invoices) {
        this.invoices = invoices;
    }

    @CommandHandler
    Reply handle(ReleaseDoubtful command) {
        var id = command.doubtfulId();
        var invoice = invoices.load(command.invoiceId());
        invoice.decide(it -> it.releaseDoubtful(id, command.reason(), command.effectiveDate()));
        return Reply.ok(invoice.show((it, version) -> it.doubtfulResource(id, version)));
    }
}
