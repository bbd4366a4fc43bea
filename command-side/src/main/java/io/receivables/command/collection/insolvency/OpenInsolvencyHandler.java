package io.receivables.command.collection.insolvency;

import io.receivables.command.account.CreditStandings;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.collection.Insolvencies;
import io.receivables.command.collection.Insolvencies.Row;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.CreditHoldId;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class OpenInsolvencyHandler {

    private final Streams<CustomerAccount> streams;
    private final Insolvencies insolvencies;
    private final CreditPolicies policies;
    private final CreditStandings standings;

    OpenInsolvencyHandler(Streams<CustomerAccount> streams, Insolvencies insolvencies, CreditPolicies policies,
            CreditStandings standings) {
        this.streams = streams;
        this.insolvencies = insolvencies;
        this.policies = policies;
        this.standings = standings;
    }

    @CommandHandler
    Reply handle(OpenInsolvency command) {
        var stream = streams.load(command.accountId());
        var entity = stream.ask(CustomerAccount::legalEntity);
        var id = command.insolvencyId();
        var date = command.effectiveDate();
        var policy = policies.at(entity, date);
        boolean hold = policy.collections().holdsOnInsolvency();
        stream.decide(it -> it.escalations()
                .openInsolvency(id, command.kind(), command.courtReference(),
                        command.declareBy(), hold, policy.version(), date));
        if (hold) {
            stream.decide(it -> it.hold(new CreditHoldId(id.value()), "insolvency procedure: " + command.kind(),
                    CommandContext.current().actor().subject(), date));
            standings.put(command.accountId(), stream.ask(CustomerAccount::credit));
        }
        insolvencies.put(id, new Row(command.accountId(), entity, date, null));
        return Reply.created(stream.show((it, version) -> it.escalations().file().insolvency(id).versioned(version)),
                "/v1/customer-accounts/" + command.accountId() + "/collection-file");
    }
}
