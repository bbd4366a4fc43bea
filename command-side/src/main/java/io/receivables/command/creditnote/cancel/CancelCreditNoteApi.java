package io.receivables.command.creditnote.cancel;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.creditnote.CreditNoteId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CancelCreditNoteApi {

    private final Commands commands;

    CancelCreditNoteApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/credit-notes/{id}/cancellation")
    ResponseEntity<byte[]> cancel(@PathVariable CreditNoteId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new CancelCreditNote(id, body.reason(), body.effectiveDate()), context);
    }
}
