package io.receivables.command.invoice.reclassify;

import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReclassifyInvoiceHandler {

    private final Streams<Invoice> invoices;
    private final BusinessDays days;

    ReclassifyInvoiceHandler(Streams<Invoice> invoices, BusinessDays days) {
        this.invoices = invoices;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ReclassifyInvoice command) {
        var invoice = invoices.load(command.invoiceId());
        invoice.decide(it -> it.reclassify(command.receivableClass(), command.reason(), command.effectiveDate()));
        return Reply.ok(invoice.show((it, version) -> it.resource(days.today(it.legalEntity()), version)));
    }
}
