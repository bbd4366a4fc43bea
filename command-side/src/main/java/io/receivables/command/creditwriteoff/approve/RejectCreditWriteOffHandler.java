package io.receivables.command.creditwriteoff.approve;

import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RejectCreditWriteOffHandler {

    private final CreditDocuments documents;
    private final BusinessDays days;

    RejectCreditWriteOffHandler(CreditDocuments documents, BusinessDays days) {
        this.documents = documents;
        this.days = days;
    }

    @CommandHandler
    Reply handle(RejectCreditWriteOff command) {
        var id = command.creditWriteOffId();
        var document = documents.of(id);
        var today = days.today(document.ask(it -> it.legalEntity()));
        var rejectedBy = CommandContext.current().actor().subject();
        document.decide(it -> it.creditWriteOffs().reject(id, rejectedBy, command.reason(), today));
        return Reply.ok(document.show((it, version) -> it.creditWriteOffs().resource(id, version)));
    }
}
