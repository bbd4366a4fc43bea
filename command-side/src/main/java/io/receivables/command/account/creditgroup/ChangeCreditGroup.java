package io.receivables.command.account.creditgroup;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditgroup.CreditGroupId;
import org.jspecify.annotations.Nullable;

/**
 * From now on an account counts against the limit of a group.
 *
 * @param creditGroupId null: of none
 */
record ChangeCreditGroup(AccountId accountId, @Nullable CreditGroupId creditGroupId,
        String reason) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
