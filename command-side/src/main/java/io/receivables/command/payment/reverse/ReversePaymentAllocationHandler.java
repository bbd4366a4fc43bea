package io.receivables.command.payment.reverse;

import io.receivables.command.allocation.Allocations;
import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReversePaymentAllocationHandler {

    private final Streams<Payment> payments;
    private final Allocations allocations;

    ReversePaymentAllocationHandler(Streams<Payment> payments, Allocations allocations) {
        this.payments = payments;
        this.allocations = allocations;
    }

    @CommandHandler
    Reply handle(ReversePaymentAllocation command) {
        var payment = payments.load(command.paymentId());
        allocations.reverse(payment, command.allocationId(), command.reason(), command.effectiveDate());
        return Reply.ok(payment.show((it, version) -> it.resource(command.allocationId(), version)));
    }
}
