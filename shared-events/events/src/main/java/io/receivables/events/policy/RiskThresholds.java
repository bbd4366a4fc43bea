package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * From where on a customer is in a class of risk: one threshold that is passed is enough.
 *
 * @param averageDaysLate more days than these, on average over twelve months; null: not looked at
 * @param shareOnTimeBelow a smaller part of what was paid than this came on time; null: not looked at
 * @param oldestDaysPastDue the oldest open item is past due for more days; null: not looked at
 * @param brokenPromises more promises than these were broken in twelve months; null: not looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskThresholds(@Nullable Integer averageDaysLate, @Nullable Percentage shareOnTimeBelow,
        @Nullable Integer oldestDaysPastDue, @Nullable Integer brokenPromises) {

    /** Without a look at promises. */
    public RiskThresholds(@Nullable Integer averageDaysLate, @Nullable Percentage shareOnTimeBelow,
            @Nullable Integer oldestDaysPastDue) {
        this(averageDaysLate, shareOnTimeBelow, oldestDaysPastDue, null);
    }
}
