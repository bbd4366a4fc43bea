package io.receivables.query.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was open at the ends of months and at the date of a cut, by the day on which it falls due. All that falls due on one
 * day grows old together, so that nothing more is needed to tell what became of it.
 */
public final class OpenByDueDate {

    private final LocalDate asAt;
    private final List<Moved> moved;

    OpenByDueDate(LocalDate asAt, List<Moved> moved) {
        this.asAt = asAt;
        this.moved = moved;
    }

    /**
     * What moved in a month.
     *
     * @param month its first day
     * @param due null for cash and credit, which does not fall due
     * @param amount in minor units
     */
    record Moved(LocalDate month, @Nullable LocalDate due, BigDecimal amount) {}

    /** At the date of the cut, in minor units. */
    public SortedMap<LocalDate, BigDecimal> atCut() {
        return at(asAt);
    }

    /** @param day the last day of a month before the cut, or the date of the cut */
    public SortedMap<LocalDate, BigDecimal> at(LocalDate day) {
        if (day.isAfter(asAt) || !day.equals(asAt) && day.getDayOfMonth() != day.lengthOfMonth()) {
            throw new IllegalArgumentException(day + " is neither " + asAt + " nor the end of a month before it");
        }
        var open = new TreeMap<LocalDate, BigDecimal>();
        for (var one : moved) {
            if (one.due() != null && !one.month().isAfter(day)) {
                open.merge(one.due(), one.amount(), BigDecimal::add);
            }
        }
        open.values().removeIf(amount -> amount.signum() == 0);
        return open;
    }

    /** Cash and credit that settles nothing at the date of the cut, in minor units, above zero. */
    public BigDecimal unapplied() {
        return moved.stream()
                .filter(one -> one.due() == null)
                .map(Moved::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate();
    }
}
