package io.receivables.command.invoice.doubtful;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReleaseDoubtfulApi {

    private final Commands commands;

    ReleaseDoubtfulApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/doubtful/{doubtfulId}/release")
    ResponseEntity<byte[]> release(@PathVariable InvoiceId id, @PathVariable DoubtfulId doubtfulId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReleaseDoubtful(id, doubtfulId, body.reason(), body.effectiveDate()), context);
    }
}
