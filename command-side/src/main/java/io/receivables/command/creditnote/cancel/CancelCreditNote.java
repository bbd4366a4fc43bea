package io.receivables.command.creditnote.cancel;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.creditnote.CreditNoteId;
import java.time.LocalDate;

/** Makes a credit note void, when nothing stands against it. */
record CancelCreditNote(CreditNoteId creditNoteId, String reason, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.CREDIT_NOTE.streamId(creditNoteId);
    }
}
