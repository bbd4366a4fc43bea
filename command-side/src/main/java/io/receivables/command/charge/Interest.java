package io.receivables.command.charge;

import io.receivables.command.invoice.OpenPrincipal;
import io.receivables.events.charge.DayCount;
import io.receivables.events.charge.InterestPeriod;
import io.receivables.events.money.Money;
import io.receivables.events.rate.HalfYearRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Simple interest on open principal. A period ends where the principal changes, with a half-year whose rate may be another
 * one, and with a year whose days count otherwise. Nothing is rounded but once, when it is claimed.
 */
final class Interest {

    /** Far below anything that could move a cent, however many periods are added up. */
    private static final int SCALE = 20;
    /** Two periods that add up to a half cent exactly must round as one would: their last digits are noise. */
    private static final int NOISE = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final InterestRates rates;
    private final DayCount dayCount;

    Interest(InterestRates rates, DayCount dayCount) {
        this.rates = rates;
        this.dayCount = dayCount;
    }

    /**
     * The periods of all instalments after one day and up to another.
     *
     * @param after an instalment that falls due later begins with its due date
     */
    List<InterestPeriod> periods(Collection<OpenPrincipal> principals, LocalDate after, LocalDate until) {
        var periods = new ArrayList<InterestPeriod>();
        for (var principal : principals) {
            var start = after.isAfter(principal.dueDate()) ? after : principal.dueDate();
            while (start.isBefore(until)) {
                var end = end(principal, start, until);
                // Money that comes on a day still bears interest on it.
                var base = principal.at(start);
                if (base.isPositive()) {
                    periods.add(period(principal, base, start, end));
                }
                start = end;
            }
        }
        return List.copyOf(periods);
    }

    private LocalDate end(OpenPrincipal principal, LocalDate start, LocalDate until) {
        return Stream.of(principal.nextChange(start, until).orElse(until), rates.varies() ? halfYearEnd(start) : until,
                dayCount == DayCount.ACT_ACT ? yearEnd(start) : until, until)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The last day of the half-year in which the day after falls. */
    private static LocalDate halfYearEnd(LocalDate day) {
        return HalfYearRate.startOf(day.plusDays(1)).plusMonths(6).minusDays(1);
    }

    private static LocalDate yearEnd(LocalDate day) {
        return LocalDate.of(day.plusDays(1).getYear(), 12, 31);
    }

    private InterestPeriod period(OpenPrincipal principal, Money base, LocalDate start, LocalDate end) {
        var rate = rates.at(end);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(start, end));
        int daysInYear = daysInYear(end);
        var interest = base.amount()
                .multiply(rate.percent().value())
                .multiply(BigDecimal.valueOf(days))
                .divide(HUNDRED.multiply(BigDecimal.valueOf(daysInYear)), SCALE, RoundingMode.HALF_EVEN);
        var disputed = principal.disputedAt(start);
        return new InterestPeriod(principal.instalment().no(), start, end, days, base, rate.percent(), daysInYear,
                interest, rate.reference(), disputed.isPositive() ? disputed : null);
    }

    private int daysInYear(LocalDate day) {
        return switch (dayCount) {
            case ACT_365 -> 365;
            case ACT_360 -> 360;
            case ACT_ACT -> Year.of(day.getYear()).length();
        };
    }

    static BigDecimal sum(List<InterestPeriod> periods) {
        return periods.stream().map(InterestPeriod::interest).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is claimed of interest: rounded half up to the currency's scale, zero if it is less than half a cent. */
    static Money rounded(BigDecimal interest, Money like) {
        int scale = like.currency().getDefaultFractionDigits();
        return new Money(interest.setScale(NOISE, RoundingMode.HALF_EVEN).setScale(scale, RoundingMode.HALF_UP),
                like.currency());
    }
}
