package io.receivables.query.ledger;

import java.time.LocalDate;
import java.util.List;

/** What was settled on each day, as far as it was dated by a cut: once read, it tells the sums of any days as at any date. */
public record SettledDays(List<Day> days) {

    /**
     * What was settled by money of one day.
     *
     * @param paid the day on which the money came
     * @param effective the date from which it settles
     */
    record Day(LocalDate paid, LocalDate effective, SettledAmounts amounts) {}

    /** By money of these days, both counted, as at the last of them. */
    public SettledAmounts between(LocalDate from, LocalDate to) {
        return days.stream()
                .filter(day -> !day.paid().isBefore(from) && !day.paid().isAfter(to) && !day.effective().isAfter(to))
                .map(Day::amounts)
                .reduce(SettledAmounts.NOTHING, SettledAmounts::plus);
    }
}
