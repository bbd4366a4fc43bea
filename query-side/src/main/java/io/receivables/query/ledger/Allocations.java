package io.receivables.query.ledger;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.platform.resource.AllocationResource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The allocations of one payment or credit note, in the order in which they were made; reversed ones stay listed. */
public final class Allocations {

    private final Map<AllocationId, AllocationResource> byId = new LinkedHashMap<>();

    public void made(PaymentAllocated made) {
        byId.put(made.allocationId(), AllocationResource.of(made.allocationId(), made.target(), made.parts(),
                made.effectiveDate(), null, made.rule(), made.discountShares()));
    }

    public void made(CreditNoteAllocated made) {
        byId.put(made.allocationId(), AllocationResource.of(made.allocationId(), made.target(), made.parts(),
                made.effectiveDate(), null, made.rule(), made.discountShares()));
    }

    public void reversed(AllocationId id, LocalDate date) {
        var made = Objects.requireNonNull(byId.get(id), "a reversal follows its allocation");
        byId.put(id, made.reversedAt(date));
    }

    /** Cash or credit of those that stand. */
    public Money standing(Money like) {
        return byId.values()
                .stream()
                .filter(allocation -> allocation.reversedDate() == null)
                .map(AllocationResource::amount)
                .reduce(Money.zero(like.currency()), Money::plus);
    }

    public List<AllocationResource> list() {
        return List.copyOf(byId.values());
    }
}
