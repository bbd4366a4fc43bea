package io.receivables.command.invoice.approvewriteoff;

import io.receivables.command.stream.Command;
import io.receivables.events.invoice.WriteOffId;
import org.jspecify.annotations.Nullable;

/** Lets a requested write-off count. */
record ApproveWriteOff(WriteOffId writeOffId, @Nullable String reason) implements Command {

    @Override
    public @Nullable String why() {
        return reason;
    }
}
