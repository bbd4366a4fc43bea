package io.receivables.command.invoice.recover;

import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.invoice.InvoiceIssued;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RecoverWrittenOffAmountHandler {

    private final Streams<Invoice> invoices;
    private final Streams<Payment> payments;
    private final DocumentParts parts;

    RecoverWrittenOffAmountHandler(Streams<Invoice> invoices, Streams<Payment> payments, DocumentParts parts) {
        this.invoices = invoices;
        this.payments = payments;
        this.parts = parts;
    }

    @CommandHandler
    Reply handle(RecoverWrittenOffAmount command) {
        var id = command.recoveryId();
        // The payment is loaded first, as by every command that needs both.
        var payment = command.paymentId() == null ? null : payments.load(command.paymentId());
        var invoice = invoices.load(command.invoiceId());
        if (payment != null) {
            use(payment, invoice.ask(Invoice::issued), command);
        }
        invoice.decide(it -> it.recover(id, command.amount(), command.paymentId(), command.reference(),
                command.effectiveDate()));
        return Reply.created(invoice.show((it, version) -> it.recoveryResource(id, version)),
                "/v1/invoices/" + command.invoiceId());
    }

    private void use(Loaded<Payment> payment, InvoiceIssued issued, RecoverWrittenOffAmount command) {
        payment.decide(it -> it.useForRecovery(command.recoveryId(), issued, command.amount(),
                command.effectiveDate()));
        // The reversal names just the recovery, and must load the payment before the invoice.
        parts.add(DocumentParts.Kind.RECOVERY, command.recoveryId(), issued.legalEntity(), StreamType.PAYMENT,
                Objects.requireNonNull(command.paymentId()));
    }
}
