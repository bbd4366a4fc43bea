package io.receivables.command.refund.approve;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.refund.RefundedDocuments;
import io.receivables.command.stream.BusinessDays;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ApproveRefundHandler {

    private final RefundedDocuments documents;
    private final BusinessDays days;

    ApproveRefundHandler(RefundedDocuments documents, BusinessDays days) {
        this.documents = documents;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ApproveRefund command) {
        var id = command.refundId();
        var document = documents.of(id);
        var today = days.today(document.ask(it -> it.legalEntity()));
        var approver = CommandContext.current().actor().subject();
        document.decide(it -> it.refunds().approve(id, approver, today));
        return Reply.ok(document.show((it, version) -> it.refunds().resource(id, version)));
    }
}
