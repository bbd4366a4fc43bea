package io.receivables.command.creditwriteoff.approve;

import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.Approver;
import io.receivables.command.stream.BusinessDays;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ApproveCreditWriteOffHandler {

    private final CreditDocuments documents;
    private final BusinessDays days;

    ApproveCreditWriteOffHandler(CreditDocuments documents, BusinessDays days) {
        this.documents = documents;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ApproveCreditWriteOff command) {
        var id = command.creditWriteOffId();
        var document = documents.of(id);
        var today = days.today(document.ask(it -> it.legalEntity()));
        var approver = Approver.current();
        document.decide(it -> it.creditWriteOffs().approve(id, approver, today));
        return Reply.ok(document.show((it, version) -> it.creditWriteOffs().resource(id, version)));
    }
}
