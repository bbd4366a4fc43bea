package io.receivables.query.ledger;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.AllocationResource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The allocations of one payment or credit note, in the order in which they were made; reversed ones stay listed. */
public final class Allocations {

    private final Map<AllocationId, AllocationResource> byId = new LinkedHashMap<>();

    public void made(AllocationId id, AllocationTarget target, List<SettledPart> parts, LocalDate date) {
        byId.put(id, AllocationResource.of(id, target, parts, date, null));
    }

    public void reversed(AllocationId id, LocalDate date) {
        var made = Objects.requireNonNull(byId.get(id), "a reversal follows its allocation");
        byId.put(id, new AllocationResource(id, made.invoiceId(), made.chargeId(), made.instalment(), made.amount(),
                made.discount(), made.effectiveDate(), date, made.parts()));
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
