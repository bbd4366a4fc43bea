package io.receivables.command.creditwriteoff.reverse;

import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.edge.Reply;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReverseCreditWriteOffHandler {

    private final CreditDocuments documents;

    ReverseCreditWriteOffHandler(CreditDocuments documents) {
        this.documents = documents;
    }

    @CommandHandler
    Reply handle(ReverseCreditWriteOff command) {
        var id = command.creditWriteOffId();
        var document = documents.of(id);
        document.decide(it -> it.creditWriteOffs().reverse(id, command.reason(), command.effectiveDate()));
        return Reply.ok(document.show((it, version) -> it.creditWriteOffs().resource(id, version)));
    }
}
