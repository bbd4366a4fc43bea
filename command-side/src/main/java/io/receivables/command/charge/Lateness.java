package io.receivables.command.charge;

import io.receivables.command.invoice.OpenPrincipal;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How late an invoice is at a date, or was paid by then.
 *
 * @param days of the instalment that is or was late longest; 0 when none ever was
 * @param principal what was open of the late instalments on the last day of each
 */
record Lateness(long days, Money principal) {

    static Lateness of(List<OpenPrincipal> principals, LocalDate asAt) {
        long days = 0;
        var late = Money.zero(principals.getFirst().instalment().amount().currency());
        for (var principal : principals) {
            var last = principal.lastLateDay(asAt);
            if (last.isPresent()) {
                days = Math.max(days, ChronoUnit.DAYS.between(principal.dueDate(), last.get()));
                late = late.plus(principal.at(last.get().minusDays(1)));
            }
        }
        return new Lateness(days, late);
    }

    /** Whether something is open past due on a day, and all of it is left out as disputed. */
    static boolean isDisputed(List<OpenPrincipal> principals, LocalDate day) {
        var before = day.minusDays(1);
        var overdue = principals.stream().filter(it -> it.dueDate().isBefore(day)).toList();
        return overdue.stream().noneMatch(it -> it.at(before).isPositive())
                && overdue.stream().anyMatch(it -> it.disputedAt(before).isPositive());
    }

    boolean isLate() {
        return days > 0;
    }
}
