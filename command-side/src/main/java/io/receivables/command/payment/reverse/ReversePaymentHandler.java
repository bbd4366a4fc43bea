package io.receivables.command.payment.reverse;

import io.receivables.command.credit.Credit;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.CreditSource;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReversePaymentHandler {

    private final Streams<Payment> payments;
    private final Streams<Invoice> invoices;

    ReversePaymentHandler(Streams<Payment> payments, Streams<Invoice> invoices) {
        this.payments = payments;
        this.invoices = invoices;
    }

    @CommandHandler
    Reply handle(ReversePayment command) {
        var payment = payments.load(command.paymentId());
        var falling = payment.ask(it -> it.credit().active());
        falling.values().stream().map(it -> it.invoiceId().value()).distinct().sorted().forEach(invoices::load);
        payment.decide(it -> it.reverse(command.reason(), command.effectiveDate()));
        falling.forEach((id, allocation) -> invoices.load(allocation.invoiceId())
                .decide(
                        invoice -> invoice.reverseSettlement(id, CreditSource.of(command.paymentId()),
                                allocation.parts(),
                                command.reason(), Credit.later(command.effectiveDate(), allocation.effectiveDate()))));
        return Reply.ok(payment.show((it, version) -> it.resource(null, version)));
    }
}
