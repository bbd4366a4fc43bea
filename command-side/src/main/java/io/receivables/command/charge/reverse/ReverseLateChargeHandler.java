package io.receivables.command.charge.reverse;

import io.receivables.command.charge.ChargeClaims;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReverseLateChargeHandler {

    private final Streams<Invoice> invoices;
    private final ChargeClaims claims;

    ReverseLateChargeHandler(Streams<Invoice> invoices, ChargeClaims claims) {
        this.invoices = invoices;
        this.claims = claims;
    }

    @CommandHandler
    Reply handle(ReverseLateCharge command) {
        var invoice = invoices.load(command.invoiceId());
        var charge = claims.reverse(invoice, command.chargeId(), command.reason(), false, command.effectiveDate());
        return Reply.ok(invoice.show((_, version) -> charge.ask(it -> it.resource(version))));
    }
}
