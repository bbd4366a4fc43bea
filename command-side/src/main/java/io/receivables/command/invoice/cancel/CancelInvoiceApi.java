package io.receivables.command.invoice.cancel;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CancelInvoiceApi {

    private final Commands commands;

    CancelInvoiceApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/cancellation")
    ResponseEntity<byte[]> cancel(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new CancelInvoice(id, body.reason(), body.effectiveDate()), context);
    }
}
