package io.receivables.command.account.creditlimit;

import io.receivables.command.account.CreditLimitClaim;
import io.receivables.command.account.CreditStandings;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.CreditLimit;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Sets the limit or asks a second person, and keeps the reference row that decisions read. */
@Component
class SetCreditLimitHandler {

    private final Streams<CustomerAccount> accounts;
    private final CreditStandings standings;
    private final CreditPolicies policies;
    private final DocumentParts parts;
    private final BusinessDays days;

    SetCreditLimitHandler(Streams<CustomerAccount> accounts, CreditStandings standings, CreditPolicies policies,
            DocumentParts parts, BusinessDays days) {
        this.accounts = accounts;
        this.standings = standings;
        this.policies = policies;
        this.parts = parts;
        this.days = days;
    }

    @CommandHandler
    Reply handle(SetCreditLimit command) {
        var account = accounts.load(command.accountId());
        var opened = account.ask(CustomerAccount::opened);
        var today = days.today(opened.legalEntity());
        var limit = new CreditLimit(command.limit(), command.validFrom() == null ? today : command.validFrom(),
                command.validTo());
        // As at a day before today it counts as well, if its dates say so.
        var effectiveDate = limit.validFrom().isBefore(today) ? limit.validFrom() : today;
        var claim = new CreditLimitClaim(command.creditLimitId(), limit, command.reason(),
                CommandContext.current().actor().subject(),
                effectiveDate.isBefore(opened.effectiveDate()) ? opened.effectiveDate() : effectiveDate);
        var approval = policies.at(opened.legalEntity(), today).creditLimitApproval(opened.currency());
        account.decide(it -> it.setCreditLimit(claim, approval, today));
        standings.put(command.accountId(), account.ask(CustomerAccount::credit));
        parts.add(DocumentParts.Kind.CREDIT_LIMIT, command.creditLimitId(), opened.legalEntity(), StreamType.ACCOUNT,
                command.accountId());
        return Reply.ok(account.show((it, version) -> it.creditLimitResource(command.creditLimitId(), version)));
    }
}
