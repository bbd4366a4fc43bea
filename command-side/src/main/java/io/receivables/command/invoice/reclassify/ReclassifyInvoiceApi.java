package io.receivables.command.invoice.reclassify;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReclassifyInvoiceApi {

    private final Commands commands;

    ReclassifyInvoiceApi(Commands commands) {
        this.commands = commands;
    }

    record Body(ReceivableClass receivableClass, String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/reclassification")
    ResponseEntity<byte[]> reclassify(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new ReclassifyInvoice(id, body.receivableClass(), body.reason(), body.effectiveDate()),
                context);
    }
}
