package io.receivables.command.account.debtorclass;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.account.DebtorClasses;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ChangeDebtorClassHandler {

    private final Streams<CustomerAccount> accounts;
    private final DebtorClasses classes;

    ChangeDebtorClassHandler(Streams<CustomerAccount> accounts, DebtorClasses classes) {
        this.accounts = accounts;
        this.classes = classes;
    }

    @CommandHandler
    Reply handle(ChangeDebtorClass command) {
        var account = accounts.load(command.accountId());
        account.decide(it -> it.changeDebtorClass(command.debtorClass(), command.reason(), command.effectiveDate()));
        classes.put(command.accountId(), command.debtorClass());
        return Reply.ok(account.show(CustomerAccount::debtorClassResource));
    }
}
