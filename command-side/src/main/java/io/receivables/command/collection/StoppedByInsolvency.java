package io.receivables.command.collection;

import io.receivables.command.charge.LateCharge;
import io.receivables.command.dunning.DunnableAccount;
import io.receivables.command.dunning.DunningExclusion;
import io.receivables.command.dunning.ExcludedItem;
import io.receivables.command.dunning.NotDunnedReason;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.stream.Streams;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * While an insolvency procedure is open single pursuit is stopped: nobody is reminded of what was owed before. What arises after
 * the opening is paid when it falls due (C. com. L622-17). A charge goes with the invoice that it is for: one of before is not paid,
 * nor asked for (C. com. L622-7, L622-21).
 */
@Component
class StoppedByInsolvency implements DunningExclusion {

    private final Insolvencies insolvencies;
    private final Streams<Invoice> invoices;
    private final Streams<LateCharge> charges;

    StoppedByInsolvency(Insolvencies insolvencies, Streams<Invoice> invoices, Streams<LateCharge> charges) {
        this.insolvencies = insolvencies;
        this.invoices = invoices;
        this.charges = charges;
    }

    @Override
    public List<ExcludedItem> excluded(List<DunnableAccount> accounts, LocalDate asAt) {
        var opened = insolvencies.openedOver(accounts.stream().map(it -> it.account().accountId()).toList(), asAt);
        var excluded = new ArrayList<ExcludedItem>();
        for (var account : accounts) {
            var since = opened.get(account.account().accountId());
            if (since != null) {
                Stream.concat(account.items().stream(), account.charges().stream())
                        .filter(item -> arose(item).isBefore(since))
                        .map(item -> ExcludedItem.whole(item, NotDunnedReason.INSOLVENCY,
                                "an insolvency procedure is open since " + since))
                        .forEach(excluded::add);
            }
        }
        return excluded;
    }

    private LocalDate arose(OpenItem item) {
        if (item.key().kind() == OpenItem.Kind.INVOICE) {
            return arose(new InvoiceId(item.key().documentId()));
        }
        var charge = charges.find(item.key().documentId()).orElseThrow().ask(LateCharge::claimed);
        return charge.invoiceId() == null ? charge.effectiveDate() : arose(charge.invoiceId());
    }

    private LocalDate arose(InvoiceId invoice) {
        return Insolvencies.arose(invoices.load(invoice).ask(Invoice::issued));
    }
}
