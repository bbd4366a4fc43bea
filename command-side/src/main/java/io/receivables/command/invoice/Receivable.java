package io.receivables.command.invoice;

import io.receivables.command.matching.Debt;
import io.receivables.command.policy.Tolerance;
import io.receivables.command.stream.EventStream;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DiscountRules.DateBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is owed and can be settled with money: an invoice, or a late charge. */
public interface Receivable extends EventStream {

    /** The invoice that is late, or may be; empty for what is on the whole account. */
    Optional<InvoiceId> invoice();

    AccountId accountId();

    /** Whether money of a day changes what the invoice owes for being late, or may owe. */
    boolean isLateFor(LocalDate moneyDate);

    /** From when on it is owed. */
    LocalDate owedFrom();

    /** How an amount would settle it, and with how much discount. Refuses what is not open. */
    List<SettledPart> plan(SettlementClaim claim);

    /**
     * Takes note of an allocation that the payment or credit note has decided.
     *
     * @param moneyDate the day of the money that counts for a discount window; null for a credit note
     * @param discountEarned whether the terms gave the discount, and not the request
     */
    void settle(AllocationId id, CreditSource source, List<SettledPart> parts, LocalDate effectiveDate,
            @Nullable LocalDate moneyDate, boolean discountEarned);

    /** Takes note of an allocation of money that no discount window is about. */
    default void settle(AllocationId id, CreditSource source, List<SettledPart> parts, LocalDate effectiveDate) {
        settle(id, source, parts, effectiveDate, null, false);
    }

    /** Takes note that the payment or credit note took an allocation back. */
    void reverseSettlement(AllocationId id, CreditSource source, List<SettledPart> parts, String reason,
            LocalDate effectiveDate);

    /** What it is to money of a day that looks for what it settles at a date; empty when nothing of it can be taken then. */
    Optional<Debt> debt(LocalDate date, @Nullable LocalDate moneyDate);

    /** Whether nothing is open of it, after everything that is recorded. */
    boolean isSettled();

    /** Gives up the cents that an allocation leaves, if the tolerance covers them. Of a late charge none are given up. */
    default void writeOffDifference(AllocationId cause, List<SettledPart> parts, Tolerance tolerance, LocalDate date,
            boolean asked) {}

    /** The factors' assignments that some of its parts are, or were, in. */
    default Set<FactoringId> factorings(List<SettledPart> parts) {
        return Set.of();
    }

    /** Which day of a payment counts for the discount window. */
    default DateBasis discountDateBasis() {
        return DateBasis.VALUE_DATE;
    }

    /** Whether a discount goes with each part that is paid, and not just with all of it. */
    default boolean givesDiscountInParts() {
        return true;
    }

    /** The allocations that lose their discount when another one is taken back. */
    default List<InvoiceSettledInPart> discountsUnearnedWithout(AllocationId taken) {
        return List.of();
    }

    /** A discount by tax rate; null when there is none, or the rates are not known. */
    default @Nullable List<DiscountShare> sharesOf(Money discount) {
        return null;
    }
}
