package io.receivables.command.dunning.procedure;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Reminds an account by another procedure from now on.
 *
 * @param procedure as the credit policy names it; null: the default one again
 */
record AssignDunningProcedure(AccountId accountId, @Nullable String procedure) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
