package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.DebtorClass;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How what is overdue is pursued.
 *
 * @param limitationAlertDays days before a claim lapses from which it is shown as urgent; null: 0
 * @param limitations how long claims can be brought to court; null: nothing is said to lapse
 * @param insolvencyHold whether an insolvency procedure puts the account on hold; null: it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CollectionRules(@Nullable Integer limitationAlertDays, @Nullable List<LimitationTerm> limitations,
        @Nullable Boolean insolvencyHold) {

    /** Where no policy says otherwise. */
    public static final CollectionRules DEFAULT = new CollectionRules(null, null, null);

    public static CollectionRules orDefault(@Nullable CollectionRules rules) {
        return rules == null ? DEFAULT : rules;
    }

    public boolean holdsOnInsolvency() {
        return insolvencyHold == null || insolvencyHold;
    }

    public int alertDays() {
        return limitationAlertDays == null ? 0 : limitationAlertDays;
    }

    /** The term of a class of debtors: its own, else the one that names no class. */
    public Optional<LimitationTerm> limitationOf(DebtorClass debtorClass) {
        var terms = limitations == null ? List.<LimitationTerm>of() : limitations;
        return terms.stream()
                .filter(term -> term.debtorClass() == debtorClass)
                .findFirst()
                .or(() -> terms.stream().filter(term -> term.debtorClass() == null).findFirst());
    }
}
