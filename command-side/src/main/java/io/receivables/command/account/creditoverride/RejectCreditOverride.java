package io.receivables.command.account.creditoverride;

import io.receivables.command.stream.Command;
import io.receivables.events.account.CreditOverrideId;
import org.jspecify.annotations.Nullable;

/** Declines a permission that was asked for, from today on. */
record RejectCreditOverride(CreditOverrideId creditOverrideId, @Nullable String reason) implements Command {}
