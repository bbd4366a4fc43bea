package io.receivables.command.creditnote.allocate;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.creditnote.CreditNoteId;
import java.time.LocalDate;

/** Takes one allocation back: the instalments are open again, the credit is unapplied again. */
record ReverseCreditNoteAllocation(CreditNoteId creditNoteId, AllocationId allocationId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.CREDIT_NOTE.streamId(creditNoteId);
    }
}
