package io.receivables.command.invoice.approvewriteoff;

import io.receivables.command.stream.Command;
import io.receivables.events.invoice.WriteOffId;
import org.jspecify.annotations.Nullable;

/** Declines a requested write-off, from today on. */
record RejectWriteOff(WriteOffId writeOffId, @Nullable String reason) implements Command {}
