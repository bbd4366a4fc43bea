package io.receivables.command.account.credithold;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditHoldId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReleaseCreditHoldApi {

    private final Commands commands;

    ReleaseCreditHoldApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/holds/{holdId}/release")
    ResponseEntity<byte[]> release(@PathVariable AccountId id, @PathVariable CreditHoldId holdId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReleaseCreditHold(id, holdId, body.reason(), body.effectiveDate()), context);
    }
}
