package io.receivables.command.creditnote.allocate;

import io.receivables.command.allocation.Allocations;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AllocateCreditNoteHandler {

    private final Streams<CreditNote> creditNotes;
    private final Allocations allocations;

    AllocateCreditNoteHandler(Streams<CreditNote> creditNotes, Allocations allocations) {
        this.creditNotes = creditNotes;
        this.allocations = allocations;
    }

    @CommandHandler
    Reply handle(AllocateCreditNote command) {
        var creditNote = creditNotes.load(command.creditNoteId());
        allocations.allocate(creditNote, command.wish());
        return Reply.created(creditNote.show((it, version) -> it.resource(command.wish().allocationId(), version)),
                "/v1/credit-notes/" + command.creditNoteId());
    }
}
