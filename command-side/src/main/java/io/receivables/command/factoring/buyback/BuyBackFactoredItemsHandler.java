package io.receivables.command.factoring.buyback;

import io.receivables.command.collection.HeldItems;
import io.receivables.command.collection.HeldItems.Holder;
import io.receivables.command.collection.HeldItems.Row;
import io.receivables.command.edge.Reply;
import io.receivables.command.factoring.FactoredInvoices;
import io.receivables.command.factoring.Factoring;
import io.receivables.command.stream.Streams;
import io.receivables.events.invoice.ClaimItem;
import java.util.ArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class BuyBackFactoredItemsHandler {

    private final Streams<Factoring> factorings;
    private final FactoredInvoices invoices;
    private final HeldItems held;

    BuyBackFactoredItemsHandler(Streams<Factoring> factorings, FactoredInvoices invoices, HeldItems held) {
        this.factorings = factorings;
        this.invoices = invoices;
        this.held = held;
    }

    @CommandHandler
    Reply handle(BuyBackFactoredItems command) {
        var factoring = factorings.load(command.factoringId());
        var date = command.effectiveDate();
        var back = new ArrayList<ClaimItem>();
        factoring.decide(it -> back.addAll(it.buyBack(
                item -> command.items() == null || command.items().stream().anyMatch(named -> named.names(item)),
                command.reason(), date)));
        var assigned = factoring.ask(Factoring::assigned);
        invoices.decide(back, (invoice, parts) -> invoice.buyBack(command.factoringId(), assigned.derecognised(), parts,
                date));
        held.put(Holder.FACTOR, command.factoringId(), back, new Row(assigned.accountId(), assigned.legalEntity(),
                assigned.effectiveDate(), date));
        return Reply.ok(factoring.show(Factoring::resource));
    }
}
