package io.receivables.command.invoice.writeoff;

import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class WriteOffInvoiceHandler {

    private final Streams<Invoice> invoices;
    private final CreditPolicies policies;
    private final DocumentParts parts;

    WriteOffInvoiceHandler(Streams<Invoice> invoices, CreditPolicies policies, DocumentParts parts) {
        this.invoices = invoices;
        this.policies = policies;
        this.parts = parts;
    }

    @CommandHandler
    Reply handle(WriteOffInvoice command) {
        var invoice = invoices.load(command.invoiceId());
        var issued = invoice.ask(Invoice::issued);
        var policy = policies.at(issued.legalEntity(), command.effectiveDate());
        var limit = policy.writeOffLimit(issued.total().currency());
        var requestedBy = CommandContext.current().actor().subject();
        invoice.decide(it -> it.writeOff(command.claim(), limit, policy.writeOffRules(), requestedBy));
        var id = command.claim().writeOffId();
        parts.add(DocumentParts.Kind.WRITE_OFF, id, issued.legalEntity(), StreamType.INVOICE, command.invoiceId());
        return Reply.created(invoice.show((it, version) -> it.writeOffResource(id, version)), "/v1/write-offs/" + id);
    }
}
