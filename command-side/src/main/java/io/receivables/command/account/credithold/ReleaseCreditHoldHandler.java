package io.receivables.command.account.credithold;

import io.receivables.command.account.CreditStandings;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReleaseCreditHoldHandler {

    private final Streams<CustomerAccount> accounts;
    private final CreditStandings standings;

    ReleaseCreditHoldHandler(Streams<CustomerAccount> accounts, CreditStandings standings) {
        this.accounts = accounts;
        this.standings = standings;
    }

    @CommandHandler
    Reply handle(ReleaseCreditHold command) {
        var account = accounts.load(command.accountId());
        account.decide(it -> it.releaseHold(command.holdId(), command.reason(), command.effectiveDate()));
        standings.put(command.accountId(), account.ask(CustomerAccount::credit));
        return Reply.ok(account.show((it, version) -> it.holdResource(command.holdId(), version)));
    }
}
