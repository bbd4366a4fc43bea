package io.receivables.command.creditnote.autoallocate;

import io.receivables.command.allocation.AutoAllocationWish;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.creditnote.CreditNoteId;
import java.time.LocalDate;

/** Lets the rules find what the unallocated part of a credit note settles. */
record AutoAllocateCreditNote(CreditNoteId creditNoteId, AutoAllocationWish wish,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.CREDIT_NOTE.streamId(creditNoteId);
    }
}
