package io.receivables.command.payment.identify;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IdentifyPaymentApi {

    private final Commands commands;

    IdentifyPaymentApi(Commands commands) {
        this.commands = commands;
    }

    record Body(AccountId accountId, LocalDate effectiveDate) {}

    @PostMapping("/v1/payments/{id}/identification")
    ResponseEntity<byte[]> identify(@PathVariable PaymentId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new IdentifyPayment(id, body.accountId(), body.effectiveDate()), context);
    }
}
