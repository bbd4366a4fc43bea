package io.receivables.command.collection;

import io.receivables.command.collection.HeldItems.Holder;
import io.receivables.command.collection.HeldItems.Key;
import io.receivables.command.dunning.DunnableAccount;
import io.receivables.command.dunning.DunningExclusion;
import io.receivables.command.dunning.ExcludedItem;
import io.receivables.command.dunning.NotDunnedReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom a factor, an agency or a court asks to pay is not reminded by us as well. */
@Component
class CollectedByOthers implements DunningExclusion {

    private final HeldItems held;

    CollectedByOthers(HeldItems held) {
        this.held = held;
    }

    @Override
    public List<ExcludedItem> excluded(List<DunnableAccount> accounts, LocalDate asAt) {
        var byAccount = held.of(accounts.stream().map(it -> it.account().accountId()).toList(), asAt);
        var excluded = new ArrayList<ExcludedItem>();
        for (var account : accounts) {
            for (var key : byAccount.getOrDefault(account.account().accountId(), Set.of())) {
                account.items()
                        .stream()
                        .filter(item -> key.isAbout(item.key().documentId(), item.key().instalment()))
                        .map(item -> ExcludedItem.whole(item, reason(key.holder()), detail(key)))
                        .forEach(excluded::add);
            }
        }
        return excluded;
    }

    private static NotDunnedReason reason(Holder holder) {
        return switch (holder) {
            case FACTOR -> NotDunnedReason.FACTORED;
            case AGENCY -> NotDunnedReason.WITH_AGENCY;
            case COURT -> NotDunnedReason.LEGAL_ACTION;
        };
    }

    private static String detail(Key key) {
        return switch (key.holder()) {
            case FACTOR -> "assignment ";
            case AGENCY -> "placement ";
            case COURT -> "legal action ";
        } + key.holdingId();
    }
}
