package io.receivables.command.account.creditlimit;

import io.receivables.command.account.CreditStandings;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.AccountId;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ApproveCreditLimitHandler {

    private final Streams<CustomerAccount> accounts;
    private final CreditStandings standings;
    private final DocumentParts parts;
    private final BusinessDays days;

    ApproveCreditLimitHandler(Streams<CustomerAccount> accounts, CreditStandings standings, DocumentParts parts,
            BusinessDays days) {
        this.accounts = accounts;
        this.standings = standings;
        this.parts = parts;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ApproveCreditLimit command) {
        var id = command.creditLimitId();
        var accountId = new AccountId(parts.require(DocumentParts.Kind.CREDIT_LIMIT, id).id());
        var account = accounts.load(accountId);
        var approver = CommandContext.current().actor().subject();
        var today = days.today(account.ask(CustomerAccount::legalEntity));
        account.decide(it -> it.approveCreditLimit(id, approver, today));
        standings.put(accountId, account.ask(CustomerAccount::credit));
        return Reply.ok(account.show((it, version) -> it.creditLimitResource(id, version)));
    }
}
