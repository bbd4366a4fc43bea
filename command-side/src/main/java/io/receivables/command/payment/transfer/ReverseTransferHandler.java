package io.receivables.command.payment.transfer;

import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.payment.PaymentReversals;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReverseTransferHandler {

    private final Streams<Payment> payments;
    private final PaymentReversals reversals;

    ReverseTransferHandler(Streams<Payment> payments, PaymentReversals reversals) {
        this.payments = payments;
        this.reversals = reversals;
    }

    @CommandHandler
    Reply handle(ReverseTransfer command) {
        var payment = payments.load(command.paymentId());
        reversals.reverseTransfer(payment, command.transferId(), command.reason(), command.effectiveDate());
        return Reply.ok(payment.show((it, version) -> it.resourceOfTransfer(command.transferId(), version)));
    }
}
