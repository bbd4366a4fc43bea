package io.receivables.command.dunning.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.platform.resource.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * The procedure of an account.
 *
 * @param procedure absent: the default one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssignedProcedure(AccountId accountId, @Nullable String procedure, long version,
        @Nullable Long position) implements Versioned {

    @Override
    public AssignedProcedure at(long at) {
        return new AssignedProcedure(accountId, procedure, version, at);
    }
}
