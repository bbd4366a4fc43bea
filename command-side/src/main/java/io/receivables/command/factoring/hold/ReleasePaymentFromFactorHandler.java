package io.receivables.command.factoring.hold;

import io.receivables.command.edge.Reply;
import io.receivables.command.factoring.Factoring;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import io.receivables.events.payment.PaymentId;
import java.util.ArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReleasePaymentFromFactorHandler {

    private final Streams<Factoring> factorings;
    private final Streams<Payment> payments;

    ReleasePaymentFromFactorHandler(Streams<Factoring> factorings, Streams<Payment> payments) {
        this.factorings = factorings;
        this.payments = payments;
    }

    @CommandHandler
    Reply handle(ReleasePaymentFromFactor command) {
        var factoring = factorings.load(command.factoringId());
        var held = new ArrayList<PaymentId>();
        factoring.decide(it -> held.add(it.releaseHeld(command.debtId(), command.reason(), command.effectiveDate())));
        payments.load(held.getFirst())
                .decide(it -> it.releaseFromFactor(command.debtId(), command.reason(), command.effectiveDate()));
        return Reply.ok(factoring.show(Factoring::resource));
    }
}
