package io.receivables.command.factoring.payover;

import io.receivables.command.edge.Reply;
import io.receivables.command.factoring.Factoring;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class PayFactorHandler {

    private final Streams<Factoring> factorings;

    PayFactorHandler(Streams<Factoring> factorings) {
        this.factorings = factorings;
    }

    @CommandHandler
    Reply handle(PayFactor command) {
        var factoring = factorings.load(command.factoringId());
        factoring.decide(it -> it.payOver(command.payoutId(), command.amount(), command.reference(),
                command.effectiveDate()));
        return Reply.created(factoring.show(Factoring::resource), "/v1/factoring/" + command.factoringId());
    }
}
