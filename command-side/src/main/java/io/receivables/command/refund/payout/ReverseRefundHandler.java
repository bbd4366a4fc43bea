package io.receivables.command.refund.payout;

import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReverseRefundHandler {

    private final CreditDocuments documents;
    private final BusinessDays days;

    ReverseRefundHandler(CreditDocuments documents, BusinessDays days) {
        this.documents = documents;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ReverseRefund command) {
        var id = command.refundId();
        var document = documents.of(id);
        var date = command.effectiveDate() != null
                ? command.effectiveDate()
                : days.today(document.ask(it -> it.legalEntity()));
        document.decide(it -> it.refunds().takeBack(id, command.reason(), date));
        return Reply.ok(document.show((it, version) -> it.refunds().resource(id, version)));
    }
}
