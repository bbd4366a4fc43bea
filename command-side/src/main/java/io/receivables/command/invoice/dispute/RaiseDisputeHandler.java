package io.receivables.command.invoice.dispute;

import io.receivables.command.allocation.Receivables;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RaiseDisputeHandler {

    private final Streams<Invoice> invoices;
    private final CreditPolicies policies;
    private final BusinessDays days;
    private final Receivables receivables;

    RaiseDisputeHandler(Streams<Invoice> invoices, CreditPolicies policies, BusinessDays days,
            Receivables receivables) {
        this.invoices = invoices;
        this.policies = policies;
        this.days = days;
        this.receivables = receivables;
    }

    @CommandHandler
    Reply handle(RaiseDispute command) {
        var invoice = invoices.load(command.invoiceId());
        var entity = invoice.ask(Invoice::legalEntity);
        var claim = command.claim();
        var policy = policies.at(entity, claim.effectiveDate());
        var asked = command.deadline();
        var deadline = asked == null ? claim.effectiveDate().plusDays(policy.agreements().answerDays()) : asked;
        invoice.decide(it -> it.dispute(claim, deadline, asked == null ? policy.version() : null));
        receivables.noteLateness(invoice, claim.effectiveDate());
        var today = days.today(entity);
        return Reply.created(
                invoice.show((it, version) -> it.disputeResource(claim.disputeId(), today, version)),
                "/v1/disputes/" + claim.disputeId());
    }
}
