package io.receivables.command.collection.legalaction;

import io.receivables.command.account.Accounts;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.collection.ClaimedInvoices;
import io.receivables.command.collection.HeldItems;
import io.receivables.command.collection.HeldItems.Row;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.LegalActionKind;
import io.receivables.events.invoice.LimitationInterruptionKind;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class TakeLegalActionHandler {

    private final Streams<CustomerAccount> streams;
    private final Accounts accounts;
    private final ClaimedInvoices claimed;
    private final HeldItems held;

    TakeLegalActionHandler(Streams<CustomerAccount> streams, Accounts accounts, ClaimedInvoices claimed,
            HeldItems held) {
        this.streams = streams;
        this.accounts = accounts;
        this.claimed = claimed;
        this.held = held;
    }

    @CommandHandler
    Reply handle(TakeLegalAction command) {
        var account = accounts.require(command.accountId());
        account.requireOpenAt(command.effectiveDate());
        var stream = streams.load(command.accountId());
        var id = command.legalActionId();
        var date = command.effectiveDate();
        var invoices = claimed.of(account, command.invoices(), date);
        stream.decide(it -> it.escalations()
                .takeLegalAction(id, command.kind(), command.courtReference(), invoices,
                        command.interruptsLimitation(), date));
        held.hold(id, invoices, new Row(account.accountId(), account.legalEntity(), date, null));
        if (command.interruptsLimitation()) {
            claimed.interrupt(invoices, interruption(command.kind()), id.value(), "legal action " + command.kind(),
                    date);
        }
        return Reply.created(stream.show((it, version) -> it.escalations().file().legalAction(id).versioned(version)),
                "/v1/customer-accounts/" + command.accountId() + "/collection-file");
    }

    private static LimitationInterruptionKind interruption(LegalActionKind kind) {
        return switch (kind) {
            case INJUNCTION, SUMMONS, INTERIM_ORDER, OTHER -> LimitationInterruptionKind.WRIT;
            case JUDGMENT -> LimitationInterruptionKind.JUDGMENT;
            case ENFORCEMENT -> LimitationInterruptionKind.ENFORCEMENT;
        };
    }
}
