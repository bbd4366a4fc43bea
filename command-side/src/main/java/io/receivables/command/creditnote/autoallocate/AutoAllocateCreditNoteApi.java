package io.receivables.command.creditnote.autoallocate;

import io.receivables.command.allocation.AutoAllocationWish;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.creditnote.CreditNoteId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AutoAllocateCreditNoteApi {

    private final Commands commands;

    AutoAllocateCreditNoteApi(Commands commands) {
        this.commands = commands;
    }

    record Body(LocalDate effectiveDate, @Nullable Boolean dryRun) {}

    @PostMapping("/v1/credit-notes/{id}/auto-allocation")
    ResponseEntity<byte[]> allocate(@PathVariable CreditNoteId id, @RequestBody Body body, CommandContext context) {
        var wish = new AutoAllocationWish(Ids.next(), body.effectiveDate(), Boolean.TRUE.equals(body.dryRun()));
        return commands.send(new AutoAllocateCreditNote(id, wish, body.effectiveDate()), context);
    }
}
