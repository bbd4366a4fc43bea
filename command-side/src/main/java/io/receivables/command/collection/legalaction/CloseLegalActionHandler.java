package io.receivables.command.collection.legalaction;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.collection.ClaimedInvoices;
import io.receivables.command.collection.HeldItems;
import io.receivables.command.collection.HeldItems.Row;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import io.receivables.events.invoice.LimitationInterruptionKind;
import io.receivables.platform.resource.LegalActionResource;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CloseLegalActionHandler {

    private final Streams<CustomerAccount> streams;
    private final ClaimedInvoices claimed;
    private final HeldItems held;

    CloseLegalActionHandler(Streams<CustomerAccount> streams, ClaimedInvoices claimed, HeldItems held) {
        this.streams = streams;
        this.claimed = claimed;
        this.held = held;
    }

    @CommandHandler
    Reply handle(CloseLegalAction command) {
        var stream = streams.load(command.accountId());
        var id = command.legalActionId();
        var date = command.effectiveDate();
        stream.decide(it -> it.escalations().closeLegalAction(id, command.outcome(), command.reason(), date));
        var action = stream.ask(it -> it.escalations().file().legalAction(id));
        held.hold(id, action.invoices(), new Row(command.accountId(), stream.ask(CustomerAccount::legalEntity),
                action.effectiveDate(), date));
        if (action.interruptsLimitation()) {
            end(action, command);
        }
        return Reply.ok(stream.show((it, version) -> it.escalations().file().legalAction(id).versioned(version)));
    }

    /** An interruption counts as if it had never been when the claim is dismissed or withdrawn (C. civ. 2243). */
    private void end(LegalActionResource action, CloseLegalAction command) {
        var id = action.legalActionId().value();
        var reason = "legal action ended: " + command.outcome();
        switch (command.outcome()) {
            case DISMISSED, WITHDRAWN -> claimed.voidAll(action.invoices(), id, reason, command.effectiveDate());
            case JUDGMENT_OBTAINED -> claimed.interruptOpen(action.invoices(), LimitationInterruptionKind.JUDGMENT, id,
                    reason, command.effectiveDate());
            case SETTLED -> claimed.interruptOpen(action.invoices(), LimitationInterruptionKind.PROCEEDINGS_ENDED, id,
                    reason, command.effectiveDate());
        }
    }
}
