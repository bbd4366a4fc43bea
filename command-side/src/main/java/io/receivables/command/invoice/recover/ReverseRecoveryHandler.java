package io.receivables.command.invoice.recover;

import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReverseRecoveryHandler {

    private final Streams<Invoice> invoices;
    private final Streams<Payment> payments;
    private final DocumentParts parts;

    ReverseRecoveryHandler(Streams<Invoice> invoices, Streams<Payment> payments, DocumentParts parts) {
        this.invoices = invoices;
        this.payments = payments;
        this.parts = parts;
    }

    @CommandHandler
    Reply handle(ReverseRecovery command) {
        var id = command.recoveryId();
        var payment = parts.find(DocumentParts.Kind.RECOVERY, id).map(used -> payments.load(used.id()));
        var invoice = invoices.load(command.invoiceId());
        invoice.decide(it -> it.reverseRecovery(id, command.reason(), command.effectiveDate()));
        payment.ifPresent(used -> used.decide(it -> it.reverseUseForRecovery(id, command.reason(),
                command.effectiveDate())));
        return Reply.ok(invoice.show((it, version) -> it.recoveryResource(id, version)));
    }
}
