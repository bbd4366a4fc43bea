package io.receivables.query.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days of sales that the receivables are made of: whole months backwards, the last one pro rata.
 *
 * @param days null where all sales of the books are less than the receivables
 * @param counted the days that were taken of each month, in the order of the months
 */
record Countback(@Nullable BigDecimal days, List<BigDecimal> counted) {

    /** @param months without a gap, the latest first */
    static Countback of(BigDecimal receivables, List<MonthSales> months) {
        var counted = new ArrayList<BigDecimal>();
        var left = receivables;
        for (var month : months) {
            if (left.signum() <= 0) {
                break;
            }
            boolean isLast = month.sales().compareTo(left) >= 0;
            counted.add(isLast
                    ? left.multiply(BigDecimal.valueOf(month.days())).divide(month.sales(), MathContext.DECIMAL128)
                    : BigDecimal.valueOf(month.days()));
            left = isLast ? BigDecimal.ZERO : left.subtract(month.sales());
        }
        return new Countback(left.signum() > 0
                ? null
                : counted.stream().reduce(BigDecimal.ZERO, BigDecimal::add), List.copyOf(counted));
    }
}
