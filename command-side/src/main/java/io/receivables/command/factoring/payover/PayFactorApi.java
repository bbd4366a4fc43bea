package io.receivables.command.factoring.payover;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.factoring.FactorPayoutId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PayFactorApi {

    private final Commands commands;

    PayFactorApi(Commands commands) {
        this.commands = commands;
    }

    record Body(Money amount, @Nullable String reference, LocalDate effectiveDate) {}

    @PostMapping("/v1/factoring/{id}/payouts")
    ResponseEntity<byte[]> pay(@PathVariable FactoringId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new PayFactor(id, new FactorPayoutId(Ids.next()), body.amount(), body.reference(),
                body.effectiveDate()), context);
    }
}
