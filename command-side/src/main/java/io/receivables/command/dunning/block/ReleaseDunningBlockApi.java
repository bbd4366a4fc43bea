package io.receivables.command.dunning.block;

import io.receivables.command.dunning.block.PlaceDunningBlock.Subject;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReleaseDunningBlockApi {

    private final Commands commands;

    ReleaseDunningBlockApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/dunning-blocks/{blockId}/release")
    ResponseEntity<byte[]> ofInvoice(@PathVariable InvoiceId id, @PathVariable DunningBlockId blockId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReleaseDunningBlock(new Subject.OfInvoice(id), blockId, body.reason(),
                body.effectiveDate()), context);
    }

    @PostMapping("/v1/customer-accounts/{id}/dunning-blocks/{blockId}/release")
    ResponseEntity<byte[]> ofAccount(@PathVariable AccountId id, @PathVariable DunningBlockId blockId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReleaseDunningBlock(new Subject.OfAccount(id), blockId, body.reason(),
                body.effectiveDate()), context);
    }
}
