package io.receivables.command.invoice.recover;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.RecoveryId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReverseRecoveryApi {

    private final Commands commands;

    ReverseRecoveryApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/recoveries/{recoveryId}/reversal")
    ResponseEntity<byte[]> reverse(@PathVariable InvoiceId id, @PathVariable RecoveryId recoveryId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReverseRecovery(id, recoveryId, body.reason(), body.effectiveDate()), context);
    }
}
