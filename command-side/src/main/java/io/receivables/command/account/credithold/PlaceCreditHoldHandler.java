package io.receivables.command.account.credithold;

import io.receivables.command.account.CreditStandings;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class PlaceCreditHoldHandler {

    private final Streams<CustomerAccount> accounts;
    private final CreditStandings standings;

    PlaceCreditHoldHandler(Streams<CustomerAccount> accounts, CreditStandings standings) {
        this.accounts = accounts;
        this.standings = standings;
    }

    @CommandHandler
    Reply handle(PlaceCreditHold command) {
        var account = accounts.load(command.accountId());
        var placedBy = CommandContext.current().actor().subject();
        account.decide(it -> it.hold(command.holdId(), command.reason(), placedBy, command.effectiveDate()));
        standings.put(command.accountId(), account.ask(CustomerAccount::credit));
        return Reply.created(account.show((it, version) -> it.holdResource(command.holdId(), version)),
                "/v1/customer-accounts/" + command.accountId() + "/exposure");
    }
}
