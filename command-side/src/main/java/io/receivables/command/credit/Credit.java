package io.receivables.command.credit;

import io.receivables.command.stream.DatedAmounts;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.AllocationResource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The money of a payment or credit note: how much of it is free at each date, and what took the rest. */
public final class Credit {

    private final String what;
    private final Currency currency;
    private final DatedAmounts free;
    private final Map<AllocationId, Allocation> allocations = new LinkedHashMap<>();

    /** One allocation, reversed or not. */
    public record Allocation(AllocationTarget target, List<SettledPart> parts, LocalDate effectiveDate,
            AllocationNote note, @Nullable LocalDate reversedDate) {

        boolean isActive() {
            return reversedDate == null;
        }
    }

    /** @param what names the document in refusals: "payment P1" */
    public Credit(String what, Money amount, LocalDate from) {
        this.what = what;
        this.currency = amount.currency();
        this.free = new DatedAmounts(currency);
        free.add(from, amount);
    }

    /** Refuses to take what is not free at a date and ever after. */
    public void requireFree(Money amount, LocalDate date, ProblemCode exceeds) {
        free.requireAvailable(amount, date, exceeds, what);
    }

    /** The active allocation with this id. */
    public Allocation requireActive(AllocationId id) {
        var allocation = allocations.get(id);
        if (allocation == null) {
            throw new Refusal(ProblemCode.ALLOCATION_NOT_FOUND, "no allocation " + id + " of " + what);
        }
        if (!allocation.isActive()) {
            throw new Refusal(ProblemCode.ALLOCATION_ALREADY_REVERSED,
                    "allocation " + id + " of " + what + " was reversed at " + allocation.reversedDate());
        }
        return allocation;
    }

    /** Every allocation that still stands, in the order in which they were made. */
    public Map<AllocationId, Allocation> active() {
        var active = new LinkedHashMap<>(allocations);
        active.values().removeIf(allocation -> !allocation.isActive());
        return active;
    }

    /** What would be free if every allocation fell at a date, or at its own when that is later. */
    public DatedAmounts freeWithoutAllocations(LocalDate date) {
        var without = free.copy();
        active().values()
                .forEach(allocation -> without.add(later(date, allocation.effectiveDate()),
                        SettledPart.amountOf(allocation.parts())));
        return without;
    }

    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    public void allocated(AllocationId id, AllocationTarget target, List<SettledPart> parts, LocalDate date,
            AllocationNote note) {
        allocations.put(id, new Allocation(target, parts, date, note, null));
        free.take(date, SettledPart.amountOf(parts));
    }

    public void allocationReversed(AllocationId id, LocalDate date) {
        var allocation = Objects.requireNonNull(allocations.get(id));
        allocations.put(id,
                new Allocation(allocation.target(), allocation.parts(), allocation.effectiveDate(),
                        allocation.note(), date));
        free.add(date, SettledPart.amountOf(allocation.parts()));
    }

    public void take(LocalDate date, Money amount) {
        free.take(date, amount);
    }

    public void giveBack(LocalDate date, Money amount) {
        free.add(date, amount);
    }

    String what() {
        return what;
    }

    /** What can be taken at a date and ever after. */
    public Money freeFrom(LocalDate date) {
        return free.availableFrom(date);
    }

    public Money free() {
        return free.last();
    }

    public Money allocated() {
        return active().values()
                .stream()
                .map(allocation -> SettledPart.amountOf(allocation.parts()))
                .reduce(Money.zero(currency), Money::plus);
    }

    public List<AllocationResource> resources() {
        return allocations.entrySet()
                .stream()
                .map(entry -> AllocationResource.of(entry.getKey(),
                        entry.getValue().target(), entry.getValue().parts(), entry.getValue().effectiveDate(),
                        entry.getValue().reversedDate(), entry.getValue().note().rule(),
                        entry.getValue().note().discountShares()))
                .toList();
    }
}
