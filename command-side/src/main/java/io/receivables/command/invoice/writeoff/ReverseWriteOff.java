package io.receivables.command.invoice.writeoff;

import io.receivables.command.stream.Command;
import io.receivables.events.invoice.WriteOffId;
import java.time.LocalDate;

/** Takes a write-off back: the amount is owed again. */
record ReverseWriteOff(WriteOffId writeOffId, String reason, LocalDate effectiveDate) implements Command {}
