package io.receivables.command.invoice.limitation;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.LimitationInterruptionId;
import io.receivables.events.invoice.LimitationInterruptionKind;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InterruptLimitationApi {

    private final Commands commands;

    InterruptLimitationApi(Commands commands) {
        this.commands = commands;
    }

    record Body(LimitationInterruptionKind kind, String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/limitation-interruptions")
    ResponseEntity<byte[]> interrupt(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new InterruptLimitation(id, new LimitationInterruptionId(Ids.next()), body.kind(),
                body.reason(), body.effectiveDate()), context);
    }
}
