package io.receivables.command.creditnote.allocate;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.creditnote.CreditNoteId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReverseCreditNoteAllocationApi {

    private final Commands commands;

    ReverseCreditNoteAllocationApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/credit-notes/{id}/allocations/{allocationId}/reversal")
    ResponseEntity<byte[]> reverse(@PathVariable CreditNoteId id, @PathVariable AllocationId allocationId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReverseCreditNoteAllocation(id, allocationId, body.reason(), body.effectiveDate()),
                context);
    }
}
