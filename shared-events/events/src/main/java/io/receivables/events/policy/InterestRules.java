package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.charge.DayCount;
import io.receivables.events.money.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * Simple interest on open principal, tax included, for each day after the due date: at an agreed rate, or at a dated
 * reference rate plus points. The statutory rate is ECB_MRO plus 8 in the European Union (Directive 2011/7/EU art. 2) and
 * plus 10 in France (C. com. L441-10 II).
 *
 * @param annualPercent the agreed rate; null when there is a reference
 * @param reference the reference rate whose value on 1 January or 1 July counts for the half-year: {@code ECB_MRO}
 * @param marginPoints added to the reference; null: 0
 * @param dayCount null: ACT_365
 * @param floor a legal minimum of the rate; null: none is checked
 * @param source the law or contract that the rate follows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InterestRules(@Nullable Percentage annualPercent, @Nullable String reference,
        @Nullable Percentage marginPoints, @Nullable DayCount dayCount, @Nullable RateFloor floor,
        @Nullable String source) {

    public DayCount dayCountOrDefault() {
        return dayCount == null ? DayCount.ACT_365 : dayCount;
    }
}
