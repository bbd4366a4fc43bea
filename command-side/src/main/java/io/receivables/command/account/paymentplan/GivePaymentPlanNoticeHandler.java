package io.receivables.command.account.paymentplan;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.agreement.AgreementJudge;
import io.receivables.command.agreement.Agreements;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class GivePaymentPlanNoticeHandler {

    private final Streams<CustomerAccount> accounts;
    private final Agreements agreements;
    private final AgreementJudge judge;
    private final BusinessDays days;

    GivePaymentPlanNoticeHandler(Streams<CustomerAccount> accounts, Agreements agreements, AgreementJudge judge,
            BusinessDays days) {
        this.accounts = accounts;
        this.agreements = agreements;
        this.judge = judge;
        this.days = days;
    }

    @CommandHandler
    Reply handle(GivePaymentPlanNotice command) {
        var account = accounts.load(command.accountId());
        var today = days.today(account.ask(CustomerAccount::legalEntity));
        // Whether it is breached shall not hang on when a node looked last.
        judge.judge(account, today);
        account.decide(it -> it.giveNoticeOfPlan(command.planId(), command.reference(), command.effectiveDate()));
        agreements.keep(account);
        return Reply.ok(account.show((it, version) -> it.planResource(command.planId(), today, version)));
    }
}
