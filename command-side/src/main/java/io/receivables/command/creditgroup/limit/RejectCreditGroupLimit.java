package io.receivables.command.creditgroup.limit;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupId;
import org.jspecify.annotations.Nullable;

/** Declines a limit of a group that was asked for, from today on. */
record RejectCreditGroupLimit(CreditGroupId creditGroupId, CreditLimitId creditLimitId,
        @Nullable String reason) implements Command {

    @Override
    public String target() {
        return StreamType.CREDIT_GROUP.streamId(creditGroupId);
    }
}
