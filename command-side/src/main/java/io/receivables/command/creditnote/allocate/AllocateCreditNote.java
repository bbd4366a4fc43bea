package io.receivables.command.creditnote.allocate;

import io.receivables.command.allocation.AllocationWish;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.creditnote.CreditNoteId;
import java.time.LocalDate;
import java.util.List;

/** Settles (a part of) an invoice or late charge with (a part of) a credit note. */
record AllocateCreditNote(CreditNoteId creditNoteId, AllocationWish wish,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.CREDIT_NOTE.streamId(creditNoteId);
    }

    @Override
    public List<String> streams() {
        return AllocationWish.streams(target(), List.of(wish));
    }
}
