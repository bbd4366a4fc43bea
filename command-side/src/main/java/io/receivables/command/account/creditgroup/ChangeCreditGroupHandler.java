package io.receivables.command.account.creditgroup;

import io.receivables.command.account.CreditStandings;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.creditgroup.CreditGroups;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves an account into a group, out of it, or from one to another, while nobody decides by either. */
@Component
class ChangeCreditGroupHandler {

    private final Streams<CustomerAccount> accounts;
    private final CreditStandings standings;
    private final CreditGroups groups;
    private final BusinessDays days;

    ChangeCreditGroupHandler(Streams<CustomerAccount> accounts, CreditStandings standings, CreditGroups groups,
            BusinessDays days) {
        this.accounts = accounts;
        this.standings = standings;
        this.groups = groups;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ChangeCreditGroup command) {
        var account = accounts.load(command.accountId());
        var opened = account.ask(CustomerAccount::opened);
        var from = account.ask(it -> Optional.ofNullable(it.credit().creditGroup())).orElse(null);
        var to = command.creditGroupId();
        groups.lock(both(from, to));
        if (to != null) {
            var group = groups.require(to, opened.legalEntity());
            if (!group.currency().equals(opened.currency())) {
                throw Amounts.refusal(ProblemCode.CURRENCY_MISMATCH, "/creditGroupId", "account "
                        + opened.accountId() + " is in " + opened.currency() + ", group " + to + " in "
                        + group.currency());
            }
        }
        account.decide(it -> it.changeCreditGroup(to, command.reason(), days.today(opened.legalEntity())));
        standings.put(command.accountId(), account.ask(CustomerAccount::credit));
        groups.move(command.accountId(), from, to);
        return Reply.ok(account.show(CustomerAccount::creditGroupResource));
    }

    private static List<CreditGroupId> both(@Nullable CreditGroupId from, @Nullable CreditGroupId to) {
        return Stream.of(from, to).filter(Objects::nonNull).toList();
    }
}
