package io.receivables.command.collection;

import io.receivables.command.dunning.DunnableAccount;
import io.receivables.command.dunning.DunningExclusion;
import io.receivables.command.dunning.ExcludedItem;
import io.receivables.command.dunning.NotDunnedReason;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** While an insolvency procedure is open single pursuit is stopped: nobody is reminded of what was owed before. */
@Component
class StoppedByInsolvency implements DunningExclusion {

    private final Insolvencies insolvencies;

    StoppedByInsolvency(Insolvencies insolvencies) {
        this.insolvencies = insolvencies;
    }

    @Override
    public List<ExcludedItem> excluded(List<DunnableAccount> accounts, LocalDate asAt) {
        var under = insolvencies.under(accounts.stream().map(it -> it.account().accountId()).toList(), asAt);
        return accounts.stream()
                .filter(it -> under.contains(it.account().accountId()))
                .flatMap(it -> it.items().stream())
                .map(item -> ExcludedItem.whole(item, NotDunnedReason.INSOLVENCY, "an insolvency procedure is open"))
                .toList();
    }
}
