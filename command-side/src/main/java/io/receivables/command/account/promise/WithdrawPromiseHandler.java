package io.receivables.command.account.promise;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.agreement.Agreements;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class WithdrawPromiseHandler {

    private final Streams<CustomerAccount> accounts;
    private final Agreements agreements;
    private final BusinessDays days;

    WithdrawPromiseHandler(Streams<CustomerAccount> accounts, Agreements agreements, BusinessDays days) {
        this.accounts = accounts;
        this.agreements = agreements;
        this.days = days;
    }

    @CommandHandler
    Reply handle(WithdrawPromise command) {
        var account = accounts.load(command.accountId());
        account.decide(it -> it.withdrawPromise(command.promiseId(), command.reason(), command.effectiveDate()));
        agreements.keep(account);
        var today = days.today(account.ask(CustomerAccount::legalEntity));
        return Reply.ok(account.show((it, version) -> it.promiseResource(command.promiseId(), today, version)));
    }
}
