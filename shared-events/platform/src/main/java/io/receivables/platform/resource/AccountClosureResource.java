package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of an account, and its new beginning if there was one.
 *
 * @param reopenedDate null while it is closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountClosureResource(AccountId accountId, LocalDate closedDate, String reason, String closedBy,
        @Nullable LocalDate reopenedDate, @Nullable String reopeningReason, @Nullable String reopenedBy, long version,
        @Nullable Long position) implements Versioned {

    @Override
    public AccountClosureResource at(long at) {
        return new AccountClosureResource(accountId, closedDate, reason, closedBy, reopenedDate, reopeningReason,
                reopenedBy, version, at);
    }
}
