package io.receivables.command.creditwriteoff.approve;

import io.receivables.command.stream.Command;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import org.jspecify.annotations.Nullable;

/** Declines: the credit is free again from today on. */
record RejectCreditWriteOff(CreditWriteOffId creditWriteOffId, @Nullable String reason) implements Command {}
