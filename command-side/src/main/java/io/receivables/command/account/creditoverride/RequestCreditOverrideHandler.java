package io.receivables.command.account.creditoverride;

import io.receivables.command.account.CreditStandings;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RequestCreditOverrideHandler {

    private final Streams<CustomerAccount> accounts;
    private final CreditStandings standings;
    private final CreditPolicies policies;
    private final DocumentParts parts;
    private final BusinessDays days;

    RequestCreditOverrideHandler(Streams<CustomerAccount> accounts, CreditStandings standings, CreditPolicies policies,
            DocumentParts parts, BusinessDays days) {
        this.accounts = accounts;
        this.standings = standings;
        this.policies = policies;
        this.parts = parts;
        this.days = days;
    }

    @CommandHandler
    Reply handle(RequestCreditOverride command) {
        var account = accounts.load(command.accountId());
        var opened = account.ask(CustomerAccount::opened);
        var today = days.today(opened.legalEntity());
        var claim = command.by(CommandContext.current().actor().subject());
        var limit = policies.at(opened.legalEntity(), today).overrideLimit(opened.currency());
        account.decide(it -> it.requestOverride(claim, limit, today));
        standings.put(command.accountId(), account.ask(CustomerAccount::credit));
        var id = command.creditOverrideId();
        parts.add(DocumentParts.Kind.CREDIT_OVERRIDE, id, opened.legalEntity(), StreamType.ACCOUNT,
                command.accountId());
        return Reply.created(account.show((it, version) -> it.overrideResource(id, version)),
                "/v1/credit-overrides/" + id);
    }
}
