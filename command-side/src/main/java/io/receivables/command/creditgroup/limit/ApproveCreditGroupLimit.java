package io.receivables.command.creditgroup.limit;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupId;
import org.jspecify.annotations.Nullable;

/** Lets a limit of a group hold that somebody else has asked for. */
record ApproveCreditGroupLimit(CreditGroupId creditGroupId, CreditLimitId creditLimitId,
        @Nullable String reason) implements Command {

    @Override
    public String target() {
        return StreamType.CREDIT_GROUP.streamId(creditGroupId);
    }

    @Override
    public @Nullable String why() {
        return reason;
    }
}
