package io.receivables.command.invoice.reschedule;

import io.receivables.command.agreement.Agreements;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RescheduleInvoiceHandler {

    private final Streams<Invoice> invoices;
    private final Agreements agreements;
    private final BusinessDays days;

    RescheduleInvoiceHandler(Streams<Invoice> invoices, Agreements agreements, BusinessDays days) {
        this.invoices = invoices;
        this.agreements = agreements;
        this.days = days;
    }

    @CommandHandler
    Reply handle(RescheduleInvoice command) {
        var invoice = invoices.load(command.invoiceId());
        agreements.requireNotPlanned(invoice.ask(Invoice::accountId), command.invoiceId());
        invoice.decide(it -> it.reschedule(command.instalments(), command.reason(), command.effectiveDate()));
        return Reply.ok(invoice.show((it, version) -> it.resource(days.today(it.legalEntity()), version)));
    }
}
