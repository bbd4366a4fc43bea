package io.receivables.command.payment.reverse;

import io.receivables.command.allocation.Allocations;
import io.receivables.command.allocation.Receivables;
import io.receivables.command.credit.Credit;
import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReversePaymentHandler {

    private final Streams<Payment> payments;
    private final Receivables receivables;
    private final Allocations allocations;

    ReversePaymentHandler(Streams<Payment> payments, Receivables receivables, Allocations allocations) {
        this.payments = payments;
        this.receivables = receivables;
        this.allocations = allocations;
    }

    @CommandHandler
    Reply handle(ReversePayment command) {
        var payment = payments.load(command.paymentId());
        var falling = payment.ask(it -> it.credit().active());
        receivables.loadAll(falling.values().stream().map(Credit.Allocation::target).toList());
        payment.decide(it -> it.reverse(command.reason(), command.effectiveDate()));
        allocations.reversed(payment, falling, command.reason(), command.effectiveDate());
        return Reply.ok(payment.show((it, version) -> it.resource(null, version)));
    }
}
