package io.receivables.query.ledger;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Finds the whole months that lie nearest to a cut. */
public class MonthEnds {

    private final Progress progress;

    MonthEnds(Progress progress) {
        this.progress = progress;
    }

    public MonthEnd nearest(AsOf asOf) {
        var month = LocalDate.ofInstant(asOf.known().recordedAt(), ZoneOffset.UTC).withDayOfMonth(1);
        long before = lastBefore(month);
        long last = lastBefore(month.plusMonths(1));
        return asOf.position() - before < last - asOf.position()
                ? new MonthEnd(nearest(asOf.asAt()), month.minusMonths(1), before)
                : new MonthEnd(nearest(asOf.asAt()), month, last);
    }

    private static LocalDate nearest(LocalDate date) {
        return date.getDayOfMonth() > date.lengthOfMonth() / 2
                ? date.with(lastDayOfMonth())
                : date.withDayOfMonth(1).minusDays(1);
    }

    private long lastBefore(LocalDate day) {
        Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return progress.at(midnight.minus(1, ChronoUnit.MICROS)).position();
    }
}
