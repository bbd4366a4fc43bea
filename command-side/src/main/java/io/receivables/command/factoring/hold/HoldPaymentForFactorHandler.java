package io.receivables.command.factoring.hold;

import io.receivables.command.edge.Reply;
import io.receivables.command.factoring.Factoring;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class HoldPaymentForFactorHandler {

    private final Streams<Factoring> factorings;
    private final Streams<Payment> payments;

    HoldPaymentForFactorHandler(Streams<Factoring> factorings, Streams<Payment> payments) {
        this.factorings = factorings;
        this.payments = payments;
    }

    @CommandHandler
    Reply handle(HoldPaymentForFactor command) {
        // The payment is loaded first, as by every command that needs both.
        var payment = payments.load(command.paymentId());
        var factoring = factorings.load(command.factoringId());
        var debtor = factoring.ask(it -> it.assigned().accountId());
        payment.decide(it -> it.holdForFactor(command.debtId(), command.factoringId(), debtor,
                command.item().amount(), command.effectiveDate()));
        factoring.decide(it -> it.hold(command.debtId(), command.paymentId(), command.item(),
                command.effectiveDate()));
        return Reply.created(factoring.show(Factoring::resource), "/v1/factoring/" + command.factoringId());
    }
}
