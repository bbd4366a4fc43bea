package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentReceived;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The fold with a defect in it: for some invoices it throws, for some payments it gives a row that no table takes. */
final class PlantedFaults implements Fold {

    private final Set<String> throwing = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        PlantedFaults faultyFold() {
            return new PlantedFaults();
        }
    }

    void throwAtInvoice(String id) {
        throwing.add(id);
    }

    void giveImpossibleRowAtPayment(String id) {
        refused.add(id);
    }

    void repair() {
        throwing.clear();
        refused.clear();
    }

    @Override
    public List<Row> of(ReceivablesEvent event) {
        if (event instanceof InvoiceIssued issued && throwing.contains(issued.invoiceId().value())) {
            throw new ArithmeticException("planted");
        }
        var rows = LedgerRows.of(event);
        if (event instanceof PaymentReceived received && refused.contains(received.paymentId().value())) {
            var more = new ArrayList<>(rows);
            more.add(new Row.Movement(null, received.legalEntity().value(), DocumentType.PAYMENT,
                    received.paymentId().value(), 0, MovementKind.RECEIVED, null,
                    Money.zero(received.amount().currency())));
            return more;
        }
        return rows;
    }
}
