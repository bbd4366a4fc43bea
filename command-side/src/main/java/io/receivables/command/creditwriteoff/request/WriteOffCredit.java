package io.receivables.command.creditwriteoff.request;

import io.receivables.command.creditdocument.CreditDocuments;
import io.receivables.command.stream.Command;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.money.Money;
import java.time.LocalDate;

/** Keeps unallocated money as income, or asks others to agree. */
record WriteOffCredit(CreditWriteOffId creditWriteOffId, CreditSource source, Money amount, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return CreditDocuments.streamType(source).streamId(source.id());
    }
}
