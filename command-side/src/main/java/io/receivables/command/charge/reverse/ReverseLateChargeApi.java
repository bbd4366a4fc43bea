package io.receivables.command.charge.reverse;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReverseLateChargeApi {

    private final Commands commands;

    ReverseLateChargeApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/late-charges/{chargeId}/reversal")
    ResponseEntity<byte[]> reverse(@PathVariable InvoiceId id, @PathVariable ChargeId chargeId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReverseLateCharge(id, chargeId, body.reason(), body.effectiveDate()), context);
    }
}
