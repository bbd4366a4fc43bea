package io.receivables.command.payment.reverse;

import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.payment.PaymentReversals;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReversePaymentHandler {

    private final Streams<Payment> payments;
    private final PaymentReversals reversals;

    ReversePaymentHandler(Streams<Payment> payments, PaymentReversals reversals) {
        this.payments = payments;
        this.reversals = reversals;
    }

    @CommandHandler
    Reply handle(ReversePayment command) {
        var payment = payments.load(command.paymentId());
        reversals.reverse(payment, command.reason(), command.effectiveDate());
        return Reply.ok(payment.show((it, version) -> it.resource(null, version)));
    }
}
