package io.receivables.command.payment.reverse;

import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.CreditSource;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReversePaymentAllocationHandler {

    private final Streams<Payment> payments;
    private final Streams<Invoice> invoices;

    ReversePaymentAllocationHandler(Streams<Payment> payments, Streams<Invoice> invoices) {
        this.payments = payments;
        this.invoices = invoices;
    }

    @CommandHandler
    Reply handle(ReversePaymentAllocation command) {
        var payment = payments.load(command.paymentId());
        var allocation = payment.ask(it -> it.credit().requireActive(command.allocationId()));
        payment.decide(it -> it.reverseAllocation(command.allocationId(), command.reason(), command.effectiveDate()));
        invoices.load(allocation.invoiceId())
                .decide(invoice -> invoice.reverseSettlement(command.allocationId(),
                        CreditSource.of(command.paymentId()), allocation.parts(), command.reason(),
                        command.effectiveDate()));
        return Reply.ok(payment.show((it, version) -> it.resource(command.allocationId(), version)));
    }
}
