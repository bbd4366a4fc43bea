package io.receivables.command.refund.payout;

import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.edge.Reply;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class PayOutRefundHandler {

    private final CreditDocuments documents;

    PayOutRefundHandler(CreditDocuments documents) {
        this.documents = documents;
    }

    @CommandHandler
    Reply handle(PayOutRefund command) {
        var id = command.refundId();
        var document = documents.of(id);
        document.decide(it -> it.refunds().payOut(id, command.paidDate(), command.reference()));
        return Reply.ok(document.show((it, version) -> it.refunds().resource(id, version)));
    }
}
