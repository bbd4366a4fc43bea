package io.receivables.command.collection;

import io.receivables.command.dunning.DunnableAccount;
import io.receivables.command.dunning.DunningExclusion;
import io.receivables.command.dunning.ExcludedItem;
import io.receivables.command.dunning.NotDunnedReason;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.stream.Streams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * While an insolvency procedure is open single pursuit is stopped: nobody is reminded of what was owed before. What arises after
 * the opening is paid when it falls due (C. com. L622-17).
 */
@Component
class StoppedByInsolvency implements DunningExclusion {

    private final Insolvencies insolvencies;
    private final Streams<Invoice> invoices;

    StoppedByInsolvency(Insolvencies insolvencies, Streams<Invoice> invoices) {
        this.insolvencies = insolvencies;
        this.invoices = invoices;
    }

    @Override
    public List<ExcludedItem> excluded(List<DunnableAccount> accounts, LocalDate asAt) {
        var opened = insolvencies.openedOver(accounts.stream().map(it -> it.account().accountId()).toList(), asAt);
        var excluded = new ArrayList<ExcludedItem>();
        for (var account : accounts) {
            var since = opened.get(account.account().accountId());
            if (since != null) {
                account.items()
                        .stream()
                        .filter(item -> arose(item).isBefore(since))
                        .map(item -> ExcludedItem.whole(item, NotDunnedReason.INSOLVENCY,
                                "an insolvency procedure is open since " + since))
                        .forEach(excluded::add);
            }
        }
        return excluded;
    }

    private LocalDate arose(OpenItem item) {
        return Insolvencies.arose(
                invoices.find(item.key().documentId()).orElseThrow().ask(Invoice::issued));
    }
}
