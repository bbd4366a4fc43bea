package io.receivables.command.payment.autoallocate;

import io.receivables.command.allocation.AutoAllocations;
import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AutoAllocatePaymentHandler {

    private final Streams<Payment> payments;
    private final AutoAllocations allocations;

    AutoAllocatePaymentHandler(Streams<Payment> payments, AutoAllocations allocations) {
        this.payments = payments;
        this.allocations = allocations;
    }

    @CommandHandler
    Reply handle(AutoAllocatePayment command) {
        var payment = payments.load(command.paymentId());
        var found = allocations.allocate(payment, command.wish());
        return Reply.ok(payment.show((it, version) -> it.resource(null, version).with(found)));
    }
}
