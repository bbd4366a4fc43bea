package io.receivables.command.account.open;

import io.receivables.command.account.Accounts;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.duedate.SoundTerms;
import io.receivables.command.duedate.TermsTemplates;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.platform.resource.AccountResource;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class OpenCustomerAccountHandler {

    private final Streams<CustomerAccount> streams;
    private final Accounts accounts;
    private final CreditPolicies policies;
    private final BusinessDays days;

    OpenCustomerAccountHandler(Streams<CustomerAccount> streams, Accounts accounts, CreditPolicies policies,
            BusinessDays days) {
        this.streams = streams;
        this.accounts = accounts;
        this.policies = policies;
        this.days = days;
    }

    @CommandHandler
    Reply handle(OpenCustomerAccount command) {
        var wanted = command.opened();
        if (!CommandContext.current().actor().maySee(wanted.legalEntity())) {
            throw StreamType.LEGAL_ENTITY.notFound(wanted.legalEntity().value());
        }
        days.refuseFuture(wanted.legalEntity(), wanted.effectiveDate());
        var policy = policies.at(wanted.legalEntity(), wanted.effectiveDate());
        SoundTerms.requireCurrency(wanted.terms(), wanted.currency());
        var opened = wanted.with(TermsTemplates.resolve(wanted.terms(), policy));
        accounts.open(opened, command.name());
        var account = streams.begin(() -> CustomerAccount.open(opened));
        return account.show((_, _) -> Reply.created(AccountResource.opened(opened, command.name()),
                "/v1/customer-accounts/" + opened.accountId()));
    }
}
