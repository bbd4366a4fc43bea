package io.receivables.command.creditgroup;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.platform.credit.CreditStanding;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decisions need to know of a credit group.
 *
 * @param limits in the order in which they were set
 * @param joined by commands of the running transaction
 * @param left by commands of the running transaction
 */
public record CreditGroupRow(LegalEntityId legalEntity, Currency currency, List<CreditLimit> limits,
        Set<AccountId> joined, Set<AccountId> left) {

    CreditGroupRow(LegalEntityId legalEntity, Currency currency, List<CreditLimit> limits) {
        this(legalEntity, currency, limits, Set.of(), Set.of());
    }

    /** The limit of a day; null without limit. */
    public @Nullable Money limitAt(LocalDate date) {
        return CreditStanding.limitAt(limits, date);
    }

    CreditGroupRow with(List<CreditLimit> others) {
        return new CreditGroupRow(legalEntity, currency, others, joined, left);
    }

    CreditGroupRow joinedBy(AccountId account) {
        return new CreditGroupRow(legalEntity, currency, limits, plus(joined, account), minus(left, account));
    }

    CreditGroupRow leftBy(AccountId account) {
        return new CreditGroupRow(legalEntity, currency, limits, minus(joined, account), plus(left, account));
    }

    private static Set<AccountId> plus(Set<AccountId> some, AccountId one) {
        var all = new HashSet<>(some);
        all.add(one);
        return Set.copyOf(all);
    }

    private static Set<AccountId> minus(Set<AccountId> some, AccountId one) {
        var all = new HashSet<>(some);
        all.remove(one);
        return Set.copyOf(all);
    }
}
