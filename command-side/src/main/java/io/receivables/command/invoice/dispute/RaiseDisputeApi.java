package io.receivables.command.invoice.dispute;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.invoice.DisputeClaim;
import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
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
class RaiseDisputeApi {

    private final Commands commands;

    RaiseDisputeApi(Commands commands) {
        this.commands = commands;
    }

    /** @param category null is OTHER */
    record Body(Money amount, String reason, LocalDate effectiveDate, @Nullable DisputeCategory category,
            @Nullable String owner, @Nullable LocalDate deadline, @Nullable Integer instalment) {}

    @PostMapping("/v1/invoices/{id}/disputes")
    ResponseEntity<byte[]> raise(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        var claim = new DisputeClaim(new DisputeId(Ids.next()), body.amount(), body.instalment(),
                body.category() == null ? DisputeCategory.OTHER : body.category(), body.reason(), body.owner(),
                body.effectiveDate());
        return commands.send(new RaiseDispute(id, claim, body.deadline()), context);
    }
}
