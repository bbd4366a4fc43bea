package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.DebtorClass;
import org.jspecify.annotations.Nullable;

/** By whose rules the lateness of an account is charged. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DebtorClassResource(AccountId accountId, DebtorClass debtorClass, long version,
        @Nullable Long position) implements Versioned {

    @Override
    public DebtorClassResource at(long at) {
        return new DebtorClassResource(accountId, debtorClass, version, at);
    }
}
