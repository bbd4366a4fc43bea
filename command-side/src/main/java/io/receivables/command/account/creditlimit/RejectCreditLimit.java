package io.receivables.command.account.creditlimit;

import io.receivables.command.stream.Command;
import io.receivables.events.account.CreditLimitId;
import org.jspecify.annotations.Nullable;

/** Declines a credit limit that was asked for, from today on. */
record RejectCreditLimit(CreditLimitId creditLimitId, @Nullable String reason) implements Command {}
