package io.receivables.command.creditnote.allocate;

import io.receivables.command.allocation.Allocations;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReverseCreditNoteAllocationHandler {

    private final Streams<CreditNote> creditNotes;
    private final Allocations allocations;

    ReverseCreditNoteAllocationHandler(Streams<CreditNote> creditNotes, Allocations allocations) {
        this.creditNotes = creditNotes;
        this.allocations = allocations;
    }

    @CommandHandler
    Reply handle(ReverseCreditNoteAllocation command) {
        var creditNote = creditNotes.load(command.creditNoteId());
        allocations.reverse(creditNote, command.allocationId(), command.reason(), command.effectiveDate());
        return Reply.ok(creditNote.show((it, version) -> it.resource(command.allocationId(), version)));
    }
}
