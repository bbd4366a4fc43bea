package io.receivables.command.factoring.settle;

import io.receivables.command.edge.Reply;
import io.receivables.command.factoring.FactoredInvoices;
import io.receivables.command.factoring.Factoring;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReportFactorSettlementHandler {

    private final Streams<Factoring> factorings;
    private final FactoredInvoices invoices;

    ReportFactorSettlementHandler(Streams<Factoring> factorings, FactoredInvoices invoices) {
        this.factorings = factorings;
        this.invoices = invoices;
    }

    @CommandHandler
    Reply handle(ReportFactorSettlement command) {
        var factoring = factorings.load(command.factoringId());
        var date = command.effectiveDate();
        factoring.decide(it -> it.settle(command.settlementId(), command.items(), command.reference(), date));
        if (!factoring.ask(Factoring::assigned).derecognised()) {
            invoices.decide(command.items(), (invoice, parts) -> invoice.payToFactor(command.factoringId(), parts,
                    date));
        }
        return Reply.created(factoring.show(Factoring::resource), "/v1/factoring/" + command.factoringId());
    }
}
