package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditHoldId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stop that a person has put on an account.
 *
 * @param releasedDate null while it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditHoldResource(CreditHoldId holdId, AccountId accountId, String reason, LocalDate effectiveDate,
        @Nullable LocalDate releasedDate, long version, @Nullable Long position) implements Versioned {

    @Override
    public CreditHoldResource at(long at) {
        return new CreditHoldResource(holdId, accountId, reason, effectiveDate, releasedDate, version, at);
    }
}
