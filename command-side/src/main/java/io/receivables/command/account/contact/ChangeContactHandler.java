package io.receivables.command.account.contact;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.account.Parties;
import io.receivables.command.account.Party;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ChangeContactHandler {

    private final Streams<CustomerAccount> accounts;
    private final Parties parties;
    private final BusinessDays days;

    ChangeContactHandler(Streams<CustomerAccount> accounts, Parties parties, BusinessDays days) {
        this.accounts = accounts;
        this.parties = parties;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ChangeContact command) {
        var id = command.accountId();
        var account = accounts.load(id);
        var today = days.today(account.ask(CustomerAccount::legalEntity));
        // A customer whose record was erased is known by its number alone.
        var before = parties.of(List.of(id)).get(id);
        var name = before == null ? account.ask(it -> it.opened().customerId().value()) : before.name();
        parties.put(id, new Party(name, command.contact()));
        account.decide(it -> it.changeContact(today));
        return Reply.ok(account.show((_, version) -> new ContactChange(id, false, version, null)));
    }
}
