package io.receivables.command.invoice.doubtful;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MarkInvoiceDoubtfulApi {

    private final Commands commands;

    MarkInvoiceDoubtfulApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable Money amount, String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/doubtful")
    ResponseEntity<byte[]> mark(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new MarkInvoiceDoubtful(id, new DoubtfulId(Ids.next()), body.amount(), body.reason(),
                body.effectiveDate()), context);
    }
}
