package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A level of reminders.
 *
 * @param level from 1
 * @param daysPastDue from how many days past due on an item is reminded at this level
 * @param minDaysSincePrevious how long after the reminder before; null: at once
 * @param fee what the reminder costs the customer, once a letter; null: nothing
 * @param channel null: the one of the customer's contact
 * @param template the text of the letter; null: {@code final-notice} for a final notice, else {@code first-reminder} at the
 * first level and {@code further-reminder} at others
 * @param finalNotice whether the letter is the formal notice (mise en demeure) after which other steps follow; null: it is not
 * @param feeDebtorClasses the classes of debtors that the fee is for; null: businesses alone, since what it costs to remind a
 * consumer stays with the creditor (CPC exéc. L111-8)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningLevel(int level, int daysPastDue, @Nullable Integer minDaysSincePrevious, @Nullable Money fee,
        @Nullable LetterChannel channel, @Nullable String template, @Nullable Boolean finalNotice,
        @Nullable List<DebtorClass> feeDebtorClasses) {

    /** A level without anything special about its letter. */
    public DunningLevel(int level, int daysPastDue, @Nullable Integer minDaysSincePrevious, @Nullable Money fee) {
        this(level, daysPastDue, minDaysSincePrevious, fee, null, null, null, null);
    }

    /** What the reminder costs a debtor of a class; null: nothing. */
    public @Nullable Money feeOf(DebtorClass debtorClass) {
        var classes = feeDebtorClasses == null ? List.of(DebtorClass.BUSINESS) : feeDebtorClasses;
        return classes.contains(debtorClass) ? fee : null;
    }

    public boolean givesFinalNotice() {
        return Boolean.TRUE.equals(finalNotice);
    }
}
