package io.receivables.command.creditwriteoff.approve;

import io.receivables.command.stream.Command;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import org.jspecify.annotations.Nullable;

/** Agrees that a credit is kept as income. */
record ApproveCreditWriteOff(CreditWriteOffId creditWriteOffId, @Nullable String reason) implements Command {

    @Override
    public @Nullable String why() {
        return reason;
    }
}
