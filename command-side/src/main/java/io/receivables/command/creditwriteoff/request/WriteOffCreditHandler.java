package io.receivables.command.creditwriteoff.request;

import io.receivables.command.credit.CreditDocument;
import io.receivables.command.credit.CreditWriteOffClaim;
import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.Loaded;
import io.receivables.events.money.Money;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class WriteOffCreditHandler {

    private final CreditDocuments documents;
    private final CreditPolicies policies;

    WriteOffCreditHandler(CreditDocuments documents, CreditPolicies policies) {
        this.documents = documents;
        this.policies = policies;
    }

    @CommandHandler
    Reply handle(WriteOffCredit command) {
        return writeOff(documents.load(command.source()), command);
    }

    private <T extends CreditDocument> Reply writeOff(Loaded<T> document, WriteOffCredit command) {
        var id = command.creditWriteOffId();
        var entity = document.ask(CreditDocument::legalEntity);
        var currency = document.ask(it -> it.credit().free()).currency();
        var policy = policies.at(entity, command.effectiveDate());
        var years = policy.writeOffRules().unclaimedCreditYears();
        var lapsesOn = years == null ? null : document.ask(CreditDocument::documentDate).plusYears(years);
        // Else a large credit would be kept bit by bit, through transfers.
        var small = document.ask(CreditDocument::isTransferred)
                ? Money.zero(currency)
                : policy.smallCredit(currency);
        document.decide(it -> it.writeOff(new CreditWriteOffClaim(id, command.amount(), command.reason(),
                command.effectiveDate(), policy.creditWriteOffLimit(currency), lapsesOn, small,
                CommandContext.current().actor().subject())));
        documents.add(id, entity, command.source());
        return Reply.created(document.show((it, version) -> it.creditWriteOffs().resource(id, version)),
                "/v1/credit-write-offs/" + id);
    }
}
