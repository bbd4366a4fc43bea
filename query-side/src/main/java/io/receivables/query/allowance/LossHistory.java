package io.receivables.query.allowance;

import io.receivables.query.ledger.OpenByDueDate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How balances of the books' own past went from bucket to bucket. What falls due on one day grows old together; of it, what
 * was open and is still open when it has grown into the next bucket has migrated. Of what is not due, that is looked at which
 * falls due in the month. Of what left the last bucket, the part that was written off is lost. The rate of a bucket is the
 * product of the migrations from it to the last one, and of that loss.
 *
 * @param steps from what is not due to the last bucket, and from there to the loss
 */
record LossHistory(LocalDate from, LocalDate to, List<Step> steps) {

    /** Rates are rounded to so many decimals of a percent before they are applied, so that they can be applied by hand. */
    private static final int DECIMALS = 6;

    /**
     * From one bucket to the next, or from the last one to the loss. Amounts are in minor units.
     *
     * @param base what was looked at, added up over the months
     * @param moved the part of it that went on to the next bucket, or was lost
     */
    record Step(BigDecimal base, BigDecimal moved) {

        /** Not more than all of it; null where there was nothing to look at. */
        @Nullable
        BigDecimal rate() {
            return base.signum() == 0 ? null : moved.divide(base, 20, RoundingMode.HALF_UP).min(BigDecimal.ONE);
        }
    }

    /**
     * What was written off.
     *
     * @param due when it had fallen due
     * @param amount in minor units; below zero where a loss was taken back
     */
    record Loss(LocalDate date, LocalDate due, BigDecimal amount) {}

    /** @param months how many, up to the last month that has ended as at the date */
    static LossHistory of(OpenByDueDate open, LocalDate asAt, int months, Bands bands, List<Loss> losses) {
        var ends = ends(asAt, months);
        var at = ends.stream().map(open::at).toList();
        var steps = new ArrayList<Step>();
        for (int band = 0; band < bands.last(); band++) {
            steps.add(migration(band, bands, ends, at));
        }
        steps.add(loss(bands, ends, at, losses));
        return new LossHistory(ends.getFirst(), ends.getLast(), List.copyOf(steps));
    }

    private static List<LocalDate> ends(LocalDate asAt, int months) {
        var last = asAt.plusDays(1).withDayOfMonth(1);
        var ends = new ArrayList<LocalDate>();
        for (int i = months; i >= 0; i--) {
            ends.add(last.minusMonths(i).minusDays(1));
        }
        return ends;
    }

    private static Step migration(int band, Bands bands, List<LocalDate> ends,
            List<SortedMap<LocalDate, BigDecimal>> at) {
        var base = BigDecimal.ZERO;
        var moved = BigDecimal.ZERO;
        int months = bands.months(band);
        for (int i = 0; i + months < ends.size(); i++) {
            var later = at.get(i + months);
            for (var one : at.get(i).entrySet()) {
                boolean growsOut = band > 0 || one.getKey().isBefore(ends.get(i + 1));
                if (growsOut && bands.of(one.getKey(), ends.get(i)) == band) {
                    base = base.add(one.getValue());
                    moved = moved.add(stillOpen(one.getValue(), later.get(one.getKey())));
                }
            }
        }
        return new Step(base, moved);
    }

    private static Step loss(Bands bands, List<LocalDate> ends, List<SortedMap<LocalDate, BigDecimal>> at,
            List<Loss> losses) {
        var left = BigDecimal.ZERO;
        var lost = BigDecimal.ZERO;
        for (int i = 0; i + 1 < ends.size(); i++) {
            var begin = ends.get(i);
            var end = ends.get(i + 1);
            for (var one : at.get(i).entrySet()) {
                if (bands.of(one.getKey(), begin) == bands.last()) {
                    left = left.add(one.getValue()
                            .subtract(stillOpen(one.getValue(), at.get(i + 1).get(one.getKey()))));
                }
            }
            for (var loss : losses) {
                if (loss.date().isAfter(begin) && !loss.date().isAfter(end)
                        && bands.of(loss.due(), begin) == bands.last()) {
                    lost = lost.add(loss.amount());
                }
            }
        }
        return new Step(left, lost.max(BigDecimal.ZERO));
    }

    private static BigDecimal stillOpen(BigDecimal before, @Nullable BigDecimal later) {
        return later == null ? BigDecimal.ZERO : before.min(later).max(BigDecimal.ZERO);
    }

    /**
     * In percent: of what is not due, then of each bucket. Null where some step was never seen; a step that never happened
     * makes all before it safe, whatever comes after it.
     *
     * @param lastLossPercent how much of the last bucket is lost where that is given; null: what was seen
     */
    List<@Nullable BigDecimal> rates(@Nullable BigDecimal lastLossPercent) {
        var rates = new ArrayList<@Nullable BigDecimal>();
        for (int band = 0; band < steps.size(); band++) {
            rates.add(rate(band, lastLossPercent));
        }
        return rates;
    }

    private @Nullable BigDecimal rate(int band, @Nullable BigDecimal lastLossPercent) {
        var product = BigDecimal.valueOf(100);
        for (int step = band; step < steps.size(); step++) {
            var factor = step == steps.size() - 1 && lastLossPercent != null
                    ? lastLossPercent.movePointLeft(2)
                    : steps.get(step).rate();
            if (factor == null) {
                return null;
            }
            product = product.multiply(factor);
            if (product.signum() == 0) {
                break;
            }
        }
        return product.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
