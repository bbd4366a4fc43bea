package io.receivables.command.refund.approve;

import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.Approver;
import io.receivables.command.stream.BusinessDays;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ApproveRefundHandler {

    private final CreditDocuments documents;
    private final BusinessDays days;

    ApproveRefundHandler(CreditDocuments documents, BusinessDays days) {
        this.documents = documents;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ApproveRefund command) {
        var id = command.refundId();
        var document = documents.of(id);
        var today = days.today(document.ask(it -> it.legalEntity()));
        var approver = Approver.current();
        document.decide(it -> it.refunds().approve(id, approver, today));
        return Reply.ok(document.show((it, version) -> it.refunds().resource(id, version)));
    }
}
