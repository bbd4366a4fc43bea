package io.receivables.command.factoring.settle;

import io.receivables.command.edge.Reply;
import io.receivables.command.factoring.FactoredInvoices;
import io.receivables.command.factoring.Factoring;
import io.receivables.command.stream.Streams;
import io.receivables.events.invoice.ClaimItem;
import java.util.ArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReverseFactorSettlementHandler {

    private final Streams<Factoring> factorings;
    private final FactoredInvoices invoices;

    ReverseFactorSettlementHandler(Streams<Factoring> factorings, FactoredInvoices invoices) {
        this.factorings = factorings;
        this.invoices = invoices;
    }

    @CommandHandler
    Reply handle(ReverseFactorSettlement command) {
        var factoring = factorings.load(command.factoringId());
        var date = command.effectiveDate();
        var back = new ArrayList<ClaimItem>();
        factoring.decide(it -> back.addAll(it.reverseSettlement(command.settlementId(), command.reason(), date)));
        if (!factoring.ask(Factoring::assigned).derecognised()) {
            invoices.decide(back, (invoice, parts) -> invoice.reversePaidToFactor(command.factoringId(), parts, date));
        }
        return Reply.ok(factoring.show(Factoring::resource));
    }
}
