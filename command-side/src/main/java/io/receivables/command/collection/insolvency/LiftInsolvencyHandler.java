package io.receivables.command.collection.insolvency;

import io.receivables.command.account.CreditStandings;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.collection.ClaimedInvoices;
import io.receivables.command.collection.Insolvencies;
import io.receivables.command.collection.Insolvencies.Row;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.CreditHoldId;
import io.receivables.events.invoice.LimitationInterruptionKind;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class LiftInsolvencyHandler {

    private final Streams<CustomerAccount> streams;
    private final Insolvencies insolvencies;
    private final ClaimedInvoices claimed;
    private final CreditStandings standings;

    LiftInsolvencyHandler(Streams<CustomerAccount> streams, Insolvencies insolvencies, ClaimedInvoices claimed,
            CreditStandings standings) {
        this.streams = streams;
        this.insolvencies = insolvencies;
        this.claimed = claimed;
        this.standings = standings;
    }

    @CommandHandler
    Reply handle(LiftInsolvency command) {
        var stream = streams.load(command.accountId());
        var id = command.insolvencyId();
        var date = command.effectiveDate();
        stream.decide(it -> it.escalations().liftInsolvency(id, command.reason(), date));
        var insolvency = stream.ask(it -> it.escalations().file().insolvency(id));
        releaseHold(stream, command);
        // The limitation did not run while the procedure was open (C. com. L622-25-1): it starts anew.
        claimed.interruptOpen(insolvency.declaredInvoices(), LimitationInterruptionKind.PROCEEDINGS_ENDED, id.value(),
                "insolvency procedure lifted", date);
        insolvencies.put(id, new Row(command.accountId(), stream.ask(CustomerAccount::legalEntity),
                insolvency.effectiveDate(), date));
        return Reply.ok(stream.show((it, version) -> it.escalations().file().insolvency(id).versioned(version)));
    }

    /** Unless somebody has released it before. */
    private void releaseHold(Loaded<CustomerAccount> stream, LiftInsolvency command) {
        var hold = new CreditHoldId(command.insolvencyId().value());
        if (stream.ask(it -> it.credit().holds().stream().anyMatch(held -> held.holdId().equals(hold)))) {
            stream.decide(it -> it.releaseHold(hold, command.reason(), command.effectiveDate()));
            standings.put(command.accountId(), stream.ask(CustomerAccount::credit));
        }
    }
}
