package io.receivables.command.account.terms;

import io.receivables.command.account.AccountTerms;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.duedate.SoundTerms;
import io.receivables.command.duedate.TermsTemplates;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ChangeTermsHandler {

    private final Streams<CustomerAccount> streams;
    private final AccountTerms accountTerms;
    private final CreditPolicies policies;

    ChangeTermsHandler(Streams<CustomerAccount> streams, AccountTerms accountTerms, CreditPolicies policies) {
        this.streams = streams;
        this.accountTerms = accountTerms;
        this.policies = policies;
    }

    @CommandHandler
    Reply handle(ChangeTerms command) {
        var account = streams.load(command.accountId());
        SoundTerms.requireCurrency(command.terms(), account.ask(CustomerAccount::currency));
        var policy = policies.at(account.ask(CustomerAccount::legalEntity), command.effectiveDate());
        var terms = TermsTemplates.resolve(command.terms(), policy);
        account.decide(it -> it.changeTerms(terms, command.effectiveDate()));
        accountTerms.add(command.accountId(), command.effectiveDate(), terms);
        return Reply.ok(account.show((_, version) -> new ChangedTerms(command.accountId(), terms,
                command.effectiveDate(), version, null)));
    }
}
