package io.receivables.command.account.terms;

import io.receivables.command.account.AccountTerms;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ChangeTermsHandler {

    private final Streams<CustomerAccount> streams;
    private final AccountTerms terms;

    ChangeTermsHandler(Streams<CustomerAccount> streams, AccountTerms terms) {
        this.streams = streams;
        this.terms = terms;
    }

    @CommandHandler
    Reply handle(ChangeTerms command) {
        var account = streams.load(command.accountId());
        account.decide(it -> it.changeTerms(command.terms(), command.effectiveDate()));
        terms.add(command.accountId(), command.effectiveDate(), command.terms());
        return Reply.ok(account.show((_, version) -> new ChangedTerms(command.accountId(), command.terms(),
                command.effectiveDate(), version, null)));
    }
}
