package io.receivables.command.account.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.platform.resource.Versioned;
import org.jspecify.annotations.Nullable;

/** The answer, which is kept under its key for long: it does not repeat what the party record holds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactChange(AccountId accountId, boolean erased, long version,
        @Nullable Long position) implements Versioned {

    @Override
    public ContactChange at(long at) {
        return new ContactChange(accountId, erased, version, at);
    }
}
