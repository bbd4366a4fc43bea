package io.receivables.events.rate;

import io.receivables.events.money.Percentage;
import java.time.LocalDate;

/**
 * The value of a reference rate on the first day of a half-year, which counts for all of it.
 *
 * @param validFrom 1 January or 1 July
 */
public record HalfYearRate(LocalDate validFrom, Percentage percent) {

    /** The first day of the half-year that a day is in. */
    public static LocalDate startOf(LocalDate day) {
        return LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
    }
}
