package io.receivables.command.invoice.dispute;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ResolveDisputeApi {

    private final Commands commands;

    ResolveDisputeApi(Commands commands) {
        this.commands = commands;
    }

    record Body(DisputeOutcome outcome, String reason, LocalDate effectiveDate, @Nullable CreditNoteId creditNoteId) {}

    @PostMapping("/v1/invoices/{id}/disputes/{disputeId}/resolution")
    ResponseEntity<byte[]> resolve(@PathVariable InvoiceId id, @PathVariable DisputeId disputeId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ResolveDispute(id, disputeId, body.outcome(), body.reason(), body.creditNoteId(),
                body.effectiveDate()), context);
    }
}
