package io.receivables.command.account.contact;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.account.Parties;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class EraseContactHandler {

    private final Streams<CustomerAccount> accounts;
    private final Parties parties;
    private final BusinessDays days;

    EraseContactHandler(Streams<CustomerAccount> accounts, Parties parties, BusinessDays days) {
        this.accounts = accounts;
        this.parties = parties;
        this.days = days;
    }

    @CommandHandler
    Reply handle(EraseContact command) {
        var account = accounts.load(command.accountId());
        var today = days.today(account.ask(CustomerAccount::legalEntity));
        parties.erase(command.accountId());
        account.decide(it -> it.eraseContact(today));
        return Reply.ok(account.show((_, version) -> new ContactChange(command.accountId(), true, version, null)));
    }
}
