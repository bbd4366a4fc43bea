package io.receivables.query.ledger.hindsight;

import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.query.ledger.PlainBook;
import io.receivables.query.ledger.PlainBook.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Hindsight the long way: every day of the book, from the first to the last, each allocation gone back day by day. */
final class PlainHindsight {

    private final TreeMap<LocalDate, State> days;

    /** All days between two, as known at a position. */
    PlainHindsight(PlainBook book, LocalDate first, LocalDate last, long position) {
        days = new TreeMap<>(first.datesUntil(last.plusDays(1))
                .collect(Collectors.toMap(day -> day, day -> book.at(day, position))));
        for (var told : book.facts(position)) {
            switch (told.event()) {
                case PaymentAllocated it ->
                    moveBack(it.target(), it.paymentId().value(), it.parts(), it.effectiveDate());
                case CreditNoteAllocated it ->
                    moveBack(it.target(), it.creditNoteId().value(), it.parts(), it.effectiveDate());
                default -> {
                    // Stands on its own day.
                }
            }
        }
    }

    private void moveBack(AllocationTarget target, String source, List<SettledPart> parts, LocalDate decided) {
        var id = switch (target) {
            case AllocationTarget.Invoice(var invoice) -> invoice.value();
            case AllocationTarget.Charge(var charge) -> charge.value();
        };
        for (var part : parts) {
            long amount = part.amount().minorUnits();
            for (var day = decided.minusDays(1); hasRoom(day, id, part.instalment(), source, amount); day = day
                    .minusDays(1)) {
                day(day).settleEarlier(id, part.instalment(), source, amount);
            }
        }
    }

    private boolean hasRoom(LocalDate day, String id, int instalment, String source, long amount) {
        var state = days.get(day);
        return state != null && amount > 0 && state.owner(source) != null && state.open(id, instalment) >= amount
                && state.free(source) >= amount;
    }

    private State day(LocalDate day) {
        return days.getOrDefault(day, new State());
    }

    boolean isSound() {
        return days.values().stream().allMatch(State::isSound);
    }

    Map<String, List<Long>> aged(LocalDate day) {
        return day(day).aged(day);
    }
}
