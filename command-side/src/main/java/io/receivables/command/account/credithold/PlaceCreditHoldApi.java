package io.receivables.command.account.credithold;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditHoldId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlaceCreditHoldApi {

    private final Commands commands;

    PlaceCreditHoldApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/holds")
    ResponseEntity<byte[]> place(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return commands.send(
                new PlaceCreditHold(id, new CreditHoldId(Ids.next()), body.reason(), body.effectiveDate()), context);
    }
}
