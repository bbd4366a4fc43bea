package io.receivables.command.account.creditlimit;

import io.receivables.command.stream.Command;
import io.receivables.events.account.CreditLimitId;
import org.jspecify.annotations.Nullable;

/** Lets a credit limit hold that somebody else has asked for. */
record ApproveCreditLimit(CreditLimitId creditLimitId, @Nullable String reason) implements Command {

    @Override
    public @Nullable String why() {
        return reason;
    }
}
