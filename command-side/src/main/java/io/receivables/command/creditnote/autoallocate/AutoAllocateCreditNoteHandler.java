package io.receivables.command.creditnote.autoallocate;

import io.receivables.command.allocation.AutoAllocations;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AutoAllocateCreditNoteHandler {

    private final Streams<CreditNote> creditNotes;
    private final AutoAllocations allocations;

    AutoAllocateCreditNoteHandler(Streams<CreditNote> creditNotes, AutoAllocations allocations) {
        this.creditNotes = creditNotes;
        this.allocations = allocations;
    }

    @CommandHandler
    Reply handle(AutoAllocateCreditNote command) {
        var creditNote = creditNotes.load(command.creditNoteId());
        var found = allocations.allocate(creditNote, command.wish());
        return Reply.ok(creditNote.show((it, version) -> it.resource(null, version).with(found)));
    }
}
