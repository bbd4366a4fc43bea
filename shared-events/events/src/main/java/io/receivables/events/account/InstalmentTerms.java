package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * One instalment of payment terms. What it leaves out is that of the terms.
 *
 * @param percent its share of the total; null when {@code amount} says it, or when it takes the rest
 * @param amount its amount; where one instalment has an amount, the last takes the rest, whatever it names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstalmentTerms(@Nullable Percentage percent, @Nullable Money amount, @Nullable Integer netDays,
        @Nullable EndOfMonth endOfMonth, @Nullable Integer dayOfMonth) {}
