package io.receivables.command.creditwriteoff.reverse;

import io.receivables.command.stream.Command;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import java.time.LocalDate;

/** The customer claims the credit after all: it is unallocated again. */
record ReverseCreditWriteOff(CreditWriteOffId creditWriteOffId, String reason,
        LocalDate effectiveDate) implements Command {}
