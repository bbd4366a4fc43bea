package io.receivables.command.charge.claim;

import io.receivables.command.charge.ChargeClaims;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.Streams;
import io.receivables.platform.problem.ProblemCode;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ClaimLateChargeHandler {

    private final Streams<Invoice> invoices;
    private final ChargeClaims claims;

    ClaimLateChargeHandler(Streams<Invoice> invoices, ChargeClaims claims) {
        this.invoices = invoices;
        this.claims = claims;
    }

    @CommandHandler
    Reply handle(ClaimLateCharge command) {
        var invoice = invoices.load(command.invoiceId());
        if (command.amount() == null) {
            throw Amounts.refusal(ProblemCode.REQUIRED, "/amount", "an amount is expected");
        }
        var charge = claims.claimGiven(invoice, command.chargeId(), command.kind(), command.amount(),
                command.effectiveDate());
        return Reply.created(invoice.show((_, version) -> charge.ask(it -> it.resource(version))),
                "/v1/late-charges/" + command.chargeId());
    }
}
