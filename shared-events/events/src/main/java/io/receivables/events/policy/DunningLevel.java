package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A level of reminders.
 *
 * @param level from 1
 * @param daysPastDue from how many days past due on an item is reminded at this level
 * @param minDaysSincePrevious how long after the reminder before; null: at once
 * @param fee what the reminder costs the customer; null: nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningLevel(int level, int daysPastDue, @Nullable Integer minDaysSincePrevious, @Nullable Money fee) {}
