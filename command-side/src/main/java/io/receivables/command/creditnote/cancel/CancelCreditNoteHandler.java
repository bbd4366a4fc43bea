package io.receivables.command.creditnote.cancel;

import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CancelCreditNoteHandler {

    private final Streams<CreditNote> creditNotes;

    CancelCreditNoteHandler(Streams<CreditNote> creditNotes) {
        this.creditNotes = creditNotes;
    }

    @CommandHandler
    Reply handle(CancelCreditNote command) {
        var creditNote = creditNotes.load(command.creditNoteId());
        creditNote.decide(it -> it.cancel(command.reason(), command.effectiveDate()));
        return Reply.ok(creditNote.show((it, version) -> it.resource(null, version)));
    }
}
