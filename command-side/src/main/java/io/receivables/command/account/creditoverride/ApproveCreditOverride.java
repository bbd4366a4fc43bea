package io.receivables.command.account.creditoverride;

import io.receivables.command.stream.Command;
import io.receivables.events.account.CreditOverrideId;
import org.jspecify.annotations.Nullable;

/** Permits what somebody else has asked for. */
record ApproveCreditOverride(CreditOverrideId creditOverrideId, @Nullable String reason) implements Command {

    @Override
    public @Nullable String why() {
        return reason;
    }
}
