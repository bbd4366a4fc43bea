package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * What is owed from so many days past due on: an amount, or a percentage of the principal that is late.
 *
 * @param fromDays 1 or more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeeStep(int fromDays, @Nullable Money amount, @Nullable Percentage percent) {}
