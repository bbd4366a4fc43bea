package io.receivables.platform.agreement;

import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * By which dates of a payment plan the open parts of what it covers are due. What is paid has filled the oldest rates; what is
 * open fills the others, the items that are oldest by contract first. The pieces of an item add up to what is covered of it.
 */
public final class PlanDates {

    private PlanDates() {}

    private static final Comparator<PlanItem> OLDEST_FIRST = Comparator.comparing(PlanItem::dueDate)
            .thenComparing(it -> it.invoiceId().value())
            .thenComparing(PlanItem::instalment);

    /**
     * A part of an item and the day of the plan on which it is due.
     *
     * @param amount in minor units, above zero
     */
    public record Piece(PlanItem item, LocalDate planDueDate, long amount) {}

    /** @param open what is open of an item, in minor units; more than the plan covers is not the plan's */
    public static List<Piece> of(PlanStanding plan, ToLongFunction<PlanItem> open) {
        var items = plan.proposed().items().stream().sorted(OLDEST_FIRST).toList();
        long left = items.stream().mapToLong(it -> covered(it, open)).sum();
        var rates = new Schedule(plan.proposed().rates(), plan.total().minorUnits() - left);
        var pieces = new ArrayList<Piece>();
        for (var item : items) {
            long amount = covered(item, open);
            while (amount > 0) {
                long part = Math.min(amount, rates.left());
                pieces.add(new Piece(item, rates.dueDate(), part));
                rates.take(part);
                amount -= part;
            }
        }
        return List.copyOf(pieces);
    }

    private static long covered(PlanItem item, ToLongFunction<PlanItem> open) {
        return Math.max(0, Math.min(item.amount().minorUnits(), open.applyAsLong(item)));
    }

    /** The rates one after the other, less what is paid. */
    private static final class Schedule {

        private final List<PlanRate> rates;
        private int index;
        private long left;

        Schedule(List<PlanRate> rates, long paid) {
            this.rates = rates;
            this.left = rates.getFirst().amount().minorUnits();
            long toTake = paid;
            while (toTake > 0) {
                long part = Math.min(toTake, left);
                take(part);
                toTake -= part;
            }
        }

        void take(long amount) {
            left -= amount;
            if (left == 0 && index + 1 < rates.size()) {
                index++;
                left = rates.get(index).amount().minorUnits();
            }
        }

        long left() {
            return left;
        }

        LocalDate dueDate() {
            return rates.get(index).dueDate();
        }
    }
}
