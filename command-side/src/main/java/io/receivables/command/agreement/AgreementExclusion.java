package io.receivables.command.agreement;

import io.receivables.command.dunning.DunnableAccount;
import io.receivables.command.dunning.DunningExclusion;
import io.receivables.command.dunning.ExcludedItem;
import io.receivables.command.dunning.NotDunnedReason;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nobody is reminded of what is disputed, promised, or in a payment plan in good standing. */
@Component
class AgreementExclusion implements DunningExclusion {

    private final Agreements agreements;

    AgreementExclusion(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public List<ExcludedItem> excluded(List<DunnableAccount> accounts, LocalDate asAt) {
        var known = agreements.of(accounts.stream().map(it -> it.account().accountId()).toList(), asAt);
        return accounts.stream()
                .flatMap(account -> Stream.ofNullable(known.get(account.account().accountId()))
                        .flatMap(agreed -> agreed.excluded(account.items()).stream()))
                .map(it -> new ExcludedItem(it.item(), reason(it.reason()), it.amount(), it.detail()))
                .toList();
    }

    private static NotDunnedReason reason(AccountAgreements.Reason reason) {
        return switch (reason) {
            case DISPUTED -> NotDunnedReason.DISPUTED;
            case PAYMENT_PLAN -> NotDunnedReason.IN_PLAN;
            case PROMISED -> NotDunnedReason.PROMISE_OPEN;
        };
    }
}
