package io.receivables.command.payment.transfer;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReverseTransferApi {

    private final Commands commands;

    ReverseTransferApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/payments/{id}/transfers/{transferId}/reversal")
    ResponseEntity<byte[]> reverse(@PathVariable PaymentId id, @PathVariable PaymentId transferId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReverseTransfer(id, transferId, body.reason(), body.effectiveDate()), context);
    }
}
