package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lateness costs. Rates, amounts and the law they follow are configuration, to be checked by who sets them.
 *
 * @param interest null: none is claimed
 * @param fixedIndemnity once for each invoice that is paid late; null: none is claimed
 * @param scale a fee that grows with lateness; null: none is claimed
 * @param graceDays so many days past due cost nothing; once it is more, every day counts; null: 0
 * @param minimumAmount interest below it is left to a later run; null: one cent is claimed
 * @param source the law or contract that the indemnity and the scale follow: {@code C. com. D441-5}
 * @param scales several fees that are added up, instead of {@code scale}; null: that one alone
 * @param debtorClasses what differs by class of debtor; a business that is not in it owes what is said for everybody, a
 * public buyer or consumer that is not in it owes nothing for being late; null: no class has rules of its own
 * @param disputedItems whether what is disputed bears charges, whatever the class of the debtor; null: CHARGE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LateChargeRules(@Nullable InterestRules interest, @Nullable Money fixedIndemnity,
        @Nullable FeeScale scale, @Nullable Integer graceDays, @Nullable Money minimumAmount,
        @Nullable String source, @Nullable List<FeeScale> scales, @Nullable List<DebtorClassCharges> debtorClasses,
        @Nullable DisputedItems disputedItems) {

    public LateChargeRules {
        scales = scales == null ? null : List.copyOf(scales);
        debtorClasses = debtorClasses == null ? null : List.copyOf(debtorClasses);
    }

    /** The rules for a class of debtors; null where it owes nothing for being late. */
    public @Nullable LateChargeRules of(DebtorClass debtorClass) {
        return (debtorClasses == null ? List.<DebtorClassCharges>of() : debtorClasses).stream()
                .filter(it -> it.debtorClass() == debtorClass)
                .findFirst()
                .map(it -> it.rules(disputedItems))
                .orElse(debtorClass == DebtorClass.BUSINESS ? this : null);
    }

    /** Whether what is disputed bears no charges. */
    public boolean excludesDisputed() {
        return disputedItems == DisputedItems.EXCLUDE;
    }

    /** Every fee that grows with lateness. */
    public List<FeeScale> fees() {
        return scales != null ? scales : scale == null ? List.of() : List.of(scale);
    }
}
