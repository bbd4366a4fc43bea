package io.receivables.command.refund.approve;

import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RejectRefundHandler {

    private final CreditDocuments documents;
    private final BusinessDays days;

    RejectRefundHandler(CreditDocuments documents, BusinessDays days) {
        this.documents = documents;
        this.days = days;
    }

    @CommandHandler
    Reply handle(RejectRefund command) {
        var id = command.refundId();
        var document = documents.of(id);
        var today = days.today(document.ask(it -> it.legalEntity()));
        var rejectedBy = CommandContext.current().actor().subject();
        document.decide(it -> it.refunds().reject(id, rejectedBy, command.reason(), today));
        return Reply.ok(document.show((it, version) -> it.refunds().resource(id, version)));
    }
}
