package io.receivables.command.factoring;

import io.receivables.command.invoice.FactoredInstalments;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The invoices whose instalments an assignment is about take note of what happened to them. */
@Component
public class FactoredInvoices {

    private final Streams<Invoice> invoices;

    FactoredInvoices(Streams<Invoice> invoices) {
        this.invoices = invoices;
    }

    /** What an invoice decides about its parts. */
    public interface Decision {

        void about(FactoredInstalments invoice, List<InstalmentAmount> parts);
    }

    /** Invoice by invoice, in the order of their ids. */
    public void decide(List<ClaimItem> items, Decision decision) {
        var byInvoice = new TreeMap<InvoiceId, List<InstalmentAmount>>(Comparator.comparing(InvoiceId::value));
        items.forEach(item -> byInvoice.computeIfAbsent(item.invoiceId(), _ -> new ArrayList<>())
                .add(new InstalmentAmount(item.instalment(), item.amount())));
        byInvoice.forEach((id, parts) -> invoices.load(id).decide(it -> decision.about(it.factored(), parts)));
    }
}
