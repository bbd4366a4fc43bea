package io.receivables.command.account.closure;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReopenAccountApi {

    private final Commands commands;

    ReopenAccountApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/reopening")
    ResponseEntity<byte[]> reopen(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new ReopenAccount(id, body.reason(), body.effectiveDate()), context);
    }
}
