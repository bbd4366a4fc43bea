package io.receivables.platform.agreement;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.platform.resource.DisputeResource;
import io.receivables.platform.resource.DisputeResource.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dispute with what became of it.
 *
 * @param changes of owner and deadline, in the order in which they were recorded
 */
public record DisputeStanding(DisputeRaised raised, List<DisputeReassigned> changes,
        @Nullable DisputeResolved resolved) {

    /** The disputes of an invoice by their ids, folded from its facts in the order in which they were recorded. */
    public static Map<DisputeId, DisputeStanding> of(Stream<? extends ReceivablesEvent> facts) {
        var all = new LinkedHashMap<DisputeId, DisputeStanding>();
        facts.forEach(fact -> {
            switch (fact) {
                case DisputeRaised it -> all.put(it.disputeId(), of(it));
                case DisputeReassigned it -> all.computeIfPresent(it.disputeId(), (_, dispute) -> dispute.after(it));
                case DisputeResolved it -> all.computeIfPresent(it.disputeId(), (_, dispute) -> dispute.after(it));
                default -> {
                    // About something else.
                }
            }
        });
        return all;
    }

    public static DisputeStanding of(DisputeRaised raised) {
        return new DisputeStanding(raised, List.of(), null);
    }

    public DisputeStanding after(DisputeReassigned change) {
        var all = new ArrayList<>(changes);
        all.add(change);
        return new DisputeStanding(raised, List.copyOf(all), resolved);
    }

    public DisputeStanding after(DisputeResolved end) {
        return new DisputeStanding(raised, changes, end);
    }

    public boolean existsAt(LocalDate date) {
        return !raised.effectiveDate().isAfter(date);
    }

    public boolean isOpenAt(LocalDate date) {
        return existsAt(date) && endAt(date).isEmpty();
    }

    public DisputeResource at(LocalDate date, long version, @Nullable Long position) {
        var change = changes.reversed().stream().filter(it -> !it.effectiveDate().isAfter(date)).findFirst();
        var end = endAt(date);
        var deadline = change.map(DisputeReassigned::deadline).orElse(raised.deadline());
        var until = end.map(DisputeResolved::effectiveDate).orElse(date);
        return new DisputeResource(raised.disputeId(), raised.invoiceId(), raised.accountId(),
                end.isEmpty() ? Status.OPEN : Status.RESOLVED, raised.amount(), raised.instalment(), raised.category(),
                raised.reason(), change.isPresent() ? change.get().owner() : raised.owner(), deadline,
                raised.effectiveDate(), ChronoUnit.DAYS.between(raised.effectiveDate(), until),
                until.isAfter(deadline), end.map(DisputeResolved::outcome).orElse(null),
                end.map(DisputeResolved::reason).orElse(null), end.map(DisputeResolved::creditNoteId).orElse(null),
                end.map(DisputeResolved::effectiveDate).orElse(null), version, position);
    }

    private Optional<DisputeResolved> endAt(LocalDate date) {
        return Optional.ofNullable(resolved).filter(it -> !it.effectiveDate().isAfter(date));
    }
}
