package io.receivables.command.collection.insolvency;

import io.receivables.command.account.Accounts;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.collection.ClaimedInvoices;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import io.receivables.events.invoice.LimitationInterruptionKind;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class DeclareInsolvencyClaimHandler {

    private final Streams<CustomerAccount> streams;
    private final Accounts accounts;
    private final ClaimedInvoices claimed;

    DeclareInsolvencyClaimHandler(Streams<CustomerAccount> streams, Accounts accounts, ClaimedInvoices claimed) {
        this.streams = streams;
        this.accounts = accounts;
        this.claimed = claimed;
    }

    @CommandHandler
    Reply handle(DeclareInsolvencyClaim command) {
        var account = accounts.require(command.accountId());
        account.requireOpenAt(command.effectiveDate());
        var stream = streams.load(command.accountId());
        var id = command.insolvencyId();
        var date = command.effectiveDate();
        var opened = stream.ask(it -> it.escalations().file().insolvency(id)).effectiveDate();
        var invoices = claimed.toDeclare(account, command.invoices(), opened, date);
        var amount = command.amount() == null ? claimed.open(invoices, date, account.currency()) : command.amount();
        stream.decide(it -> it.escalations().declareClaim(id, amount, invoices, command.reference(), date));
        claimed.interrupt(invoices, LimitationInterruptionKind.CLAIM_DECLARED, id.value(),
                "claim declared in an insolvency procedure", date);
        return Reply.ok(stream.show((it, version) -> it.escalations().file().insolvency(id).versioned(version)));
    }
}
