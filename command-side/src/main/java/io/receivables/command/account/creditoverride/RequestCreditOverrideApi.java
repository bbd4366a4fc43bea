package io.receivables.command.account.creditoverride;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RequestCreditOverrideApi {

    private final Commands commands;

    RequestCreditOverrideApi(Commands commands) {
        this.commands = commands;
    }

    record Body(Money amount, String reason, LocalDate validUntil) {}

    @PostMapping("/v1/customer-accounts/{id}/credit-overrides")
    ResponseEntity<byte[]> request(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new RequestCreditOverride(id, new CreditOverrideId(Ids.next()), body.amount(),
                body.reason(), body.validUntil()), context);
    }
}
