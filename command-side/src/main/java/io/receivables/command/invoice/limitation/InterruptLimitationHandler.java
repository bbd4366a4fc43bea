package io.receivables.command.invoice.limitation;

import io.receivables.command.collection.LimitationTerms;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class InterruptLimitationHandler {

    private final Streams<Invoice> invoices;
    private final LimitationTerms terms;

    InterruptLimitationHandler(Streams<Invoice> invoices, LimitationTerms terms) {
        this.invoices = invoices;
        this.terms = terms;
    }

    @CommandHandler
    Reply handle(InterruptLimitation command) {
        var id = command.interruptionId();
        var invoice = invoices.load(command.invoiceId());
        var issued = invoice.ask(Invoice::issued);
        var term = terms.of(issued, command.effectiveDate());
        invoice.decide(it -> it.limitations()
                .interrupt(id, command.kind(), term, null, command.reason(),
                        command.effectiveDate()));
        return Reply.created(invoice.show((it, version) -> it.limitations().resource(id, term, version)),
                "/v1/invoices/" + command.invoiceId());
    }
}
