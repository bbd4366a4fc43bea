package io.receivables.command.dunning.block;

import io.receivables.command.dunning.block.PlaceDunningBlock.Subject;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlaceDunningBlockApi {

    private final Commands commands;

    PlaceDunningBlockApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate, @Nullable LocalDate until) {}

    @PostMapping("/v1/invoices/{id}/dunning-blocks")
    ResponseEntity<byte[]> ofInvoice(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        return place(new Subject.OfInvoice(id), body, context);
    }

    @PostMapping("/v1/customer-accounts/{id}/dunning-blocks")
    ResponseEntity<byte[]> ofAccount(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return place(new Subject.OfAccount(id), body, context);
    }

    private ResponseEntity<byte[]> place(Subject subject, Body body, CommandContext context) {
        return commands.send(new PlaceDunningBlock(subject, new DunningBlockId(Ids.next()), body.reason(),
                body.until(), body.effectiveDate()), context);
    }
}
