package io.receivables.command.payment.allocate;

import io.receivables.command.allocation.Allocations;
import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AllocatePaymentHandler {

    private final Streams<Payment> payments;
    private final Allocations allocations;

    AllocatePaymentHandler(Streams<Payment> payments, Allocations allocations) {
        this.payments = payments;
        this.allocations = allocations;
    }

    @CommandHandler
    Reply handle(AllocatePayment command) {
        var payment = payments.load(command.paymentId());
        allocations.allocate(payment, command.wish());
        return Reply.created(payment.show((it, version) -> it.resource(command.wish().allocationId(), version)),
                "/v1/payments/" + command.paymentId());
    }
}
