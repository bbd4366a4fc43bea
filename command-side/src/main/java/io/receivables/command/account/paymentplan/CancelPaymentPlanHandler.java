package io.receivables.command.account.paymentplan;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.agreement.Agreements;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CancelPaymentPlanHandler {

    private final Streams<CustomerAccount> accounts;
    private final Agreements agreements;
    private final BusinessDays days;

    CancelPaymentPlanHandler(Streams<CustomerAccount> accounts, Agreements agreements, BusinessDays days) {
        this.accounts = accounts;
        this.agreements = agreements;
        this.days = days;
    }

    @CommandHandler
    Reply handle(CancelPaymentPlan command) {
        var account = accounts.load(command.accountId());
        account.decide(it -> it.cancelPlan(command.planId(), command.reason(), command.effectiveDate()));
        agreements.keep(account);
        var today = days.today(account.ask(CustomerAccount::legalEntity));
        return Reply.ok(account.show((it, version) -> it.planResource(command.planId(), today, version)));
    }
}
