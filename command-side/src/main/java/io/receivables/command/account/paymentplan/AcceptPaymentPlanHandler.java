package io.receivables.command.account.paymentplan;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.agreement.AgreementJudge;
import io.receivables.command.agreement.Agreements;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AcceptPaymentPlanHandler {

    private final Streams<CustomerAccount> accounts;
    private final CreditPolicies policies;
    private final Agreements agreements;
    private final AgreementJudge judge;
    private final BusinessDays days;

    AcceptPaymentPlanHandler(Streams<CustomerAccount> accounts, CreditPolicies policies, Agreements agreements,
            AgreementJudge judge, BusinessDays days) {
        this.accounts = accounts;
        this.policies = policies;
        this.agreements = agreements;
        this.judge = judge;
        this.days = days;
    }

    @CommandHandler
    Reply handle(AcceptPaymentPlan command) {
        var account = accounts.load(command.accountId());
        var opened = account.ask(CustomerAccount::opened);
        var today = days.today(opened.legalEntity());
        // Another plan may have been paid, and bind no more.
        judge.judge(account, today);
        var policy = policies.at(opened.legalEntity(), command.effectiveDate());
        var rules = policy.planRules(opened.currency());
        account.decide(it -> it.acceptPlan(command.planId(), command.evidence(), rules, command.effectiveDate()));
        agreements.keep(account);
        return Reply.ok(account.show((it, version) -> it.planResource(command.planId(), today, version)));
    }
}
