package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much may count against an account, and when.
 *
 * @param amount null: without limit
 * @param validTo the last day; null: until another one is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditLimit(@Nullable Money amount, LocalDate validFrom, @Nullable LocalDate validTo) {

    /** Whether it is the limit of a day; both ends are within. */
    public boolean holdsAt(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }

    /** Whether it allows more than another one; to have none allows most. */
    public boolean isAbove(@Nullable Money other) {
        return other != null && (amount == null || amount.isGreaterThan(other));
    }
}
