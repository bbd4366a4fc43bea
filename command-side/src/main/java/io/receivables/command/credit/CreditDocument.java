package io.receivables.command.credit;

import io.receivables.command.matching.Debt;
import io.receivables.command.policy.Tolerance;
import io.receivables.command.stream.EventStream;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DiscountRules.DateBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A payment or credit note: its money settles invoices and late charges, or is given back. */
public interface CreditDocument extends EventStream {

    CreditSource source();

    /** The account that the money belongs to; refused when it can no longer, or not yet, be spent. */
    AccountId account();

    /** The date on the document, from which on the customer may claim its money. */
    LocalDate documentDate();

    /** Whether it is a part of the money of another document, given to this account. */
    default boolean isTransferred() {
        return false;
    }

    /** From when on the money is there. */
    LocalDate availableFrom();

    /** The day on which its money counts for a discount window; null where it earns none. */
    @Nullable
    LocalDate moneyDate(DateBasis basis);

    /** Whether it says what it is for. */
    boolean hasInstruction();

    /** The ids of the documents that it was meant for from the beginning, among those that are open. */
    Set<String> namedAmong(List<Debt> open);

    /** The day on which its money came: late or not is told by it, never by the day of the allocation. */
    default LocalDate moneyDate() {
        var value = moneyDate(DateBasis.VALUE_DATE);
        return value != null ? value : availableFrom();
    }

    Credit credit();

    Refunds refunds();

    CreditWriteOffs creditWriteOffs();

    void allocate(AllocationId id, AllocationTarget target, List<SettledPart> parts, LocalDate effectiveDate,
            AllocationNote note);

    /** An allocation of which nothing else is to be told. */
    default void allocate(AllocationId id, AllocationTarget target, List<SettledPart> parts, LocalDate effectiveDate) {
        allocate(id, target, parts, effectiveDate, AllocationNote.NONE);
    }

    /** Keeps the cents that an allocation leaves, if the tolerance covers them; a credit note keeps its own. */
    void keepDifference(AllocationId cause, Tolerance tolerance, LocalDate effectiveDate);

    /** Whether it would keep so much of what is left, besides what it has kept already. */
    boolean keepsDifference(Money rest, Tolerance tolerance);

    void reverseAllocation(AllocationId id, String reason, LocalDate effectiveDate);

    void requestRefund(RefundClaim claim);

    void writeOff(CreditWriteOffClaim claim);
}
