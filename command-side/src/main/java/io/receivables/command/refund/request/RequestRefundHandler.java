package io.receivables.command.refund.request;

import io.receivables.command.allocation.Allocations;
import io.receivables.command.credit.CreditDocument;
import io.receivables.command.credit.RefundClaim;
import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.Loaded;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RequestRefundHandler {

    private final CreditDocuments documents;
    private final Allocations allocations;
    private final CreditPolicies policies;

    RequestRefundHandler(CreditDocuments documents, Allocations allocations, CreditPolicies policies) {
        this.documents = documents;
        this.allocations = allocations;
        this.policies = policies;
    }

    @CommandHandler
    Reply handle(RequestRefund command) {
        return request(documents.load(command.source()), command);
    }

    private <T extends CreditDocument> Reply request(Loaded<T> document, RequestRefund command) {
        var id = command.refundId();
        var entity = document.ask(CreditDocument::legalEntity);
        var currency = document.ask(it -> it.credit().free()).currency();
        var limit = policies.at(entity, command.effectiveDate()).refundLimit(currency);
        allocations.reopen(document, command.reopen(), command.reason(), command.effectiveDate());
        document.decide(it -> it.requestRefund(new RefundClaim(id, command.amount(), command.reason(),
                command.effectiveDate(), limit, CommandContext.current().actor().subject())));
        documents.add(id, entity, command.source());
        return Reply.created(document.show((it, version) -> it.refunds().resource(id, version)), "/v1/refunds/" + id);
    }
}
