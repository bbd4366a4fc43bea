package io.receivables.command.factoring;

import io.receivables.command.stream.DatedAmounts;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a factor may still claim of each assigned instalment, by date. */
final class FactoredClaims {

    private final ReceivablesFactored assigned;
    private final Map<Key, Claim> all = new LinkedHashMap<>();

    /** An instalment. */
    private record Key(InvoiceId invoiceId, int instalment) {

        static Key of(ClaimItem item) {
            return new Key(item.invoiceId(), item.instalment());
        }
    }

    private static final class Claim {

        private final DatedAmounts left;
        private @Nullable LocalDate boughtBack;

        private Claim(ClaimItem item, LocalDate from) {
            this.left = new DatedAmounts(item.amount().currency());
            left.add(from, item.amount());
        }
    }

    FactoredClaims(ReceivablesFactored assigned) {
        this.assigned = assigned;
        assigned.items().forEach(item -> all.put(Key.of(item), new Claim(item, assigned.effectiveDate())));
    }

    /** Refuses an item of which the factor cannot claim that much at a date and ever after. */
    void requireLeft(ClaimItem item, LocalDate date) {
        require(item.invoiceId(), item.instalment()).left.requireAvailable(item.amount(), date,
                ProblemCode.EXCEEDS_FACTORED, "instalment " + item.instalment() + " of invoice " + item.invoiceId()
                        + " that the factor may claim by assignment " + assigned.factoringId());
    }

    /** What the factor can still claim of those that are named, at a date and ever after; without those that are settled. */
    List<ClaimItem> left(Predicate<ClaimItem> wanted, LocalDate date) {
        return assigned.items()
                .stream()
                .filter(wanted)
                .map(item -> new ClaimItem(item.invoiceId(), item.instalment(),
                        require(item.invoiceId(), item.instalment()).left.availableFrom(date)))
                .filter(item -> item.amount().isPositive())
                .toList();
    }

    /** The smaller of an amount and of what the factor can still claim of an instalment. */
    Money atMost(Money amount, InvoiceId invoice, int instalment, LocalDate date) {
        var claim = all.get(new Key(invoice, instalment));
        return claim == null ? Money.zero(amount.currency()) : amount.min(claim.left.availableFrom(date));
    }

    boolean isBoughtBack(ClaimItem item) {
        return require(item.invoiceId(), item.instalment()).boughtBack != null;
    }

    private Claim require(InvoiceId invoice, int instalment) {
        var claim = all.get(new Key(invoice, instalment));
        if (claim == null) {
            throw new Refusal(ProblemCode.ITEM_NOT_FACTORED, "instalment " + instalment + " of invoice " + invoice
                    + " is not assigned by " + assigned.factoringId());
        }
        return claim;
    }

    void take(List<ClaimItem> items, LocalDate date) {
        items.forEach(item -> require(item.invoiceId(), item.instalment()).left.take(date, item.amount()));
    }

    void giveBack(List<ClaimItem> items, LocalDate date) {
        items.forEach(item -> require(item.invoiceId(), item.instalment()).left.add(date, item.amount()));
    }

    void boughtBack(List<ClaimItem> items, LocalDate date) {
        take(items, date);
        items.forEach(item -> require(item.invoiceId(), item.instalment()).boughtBack = date);
    }
}
