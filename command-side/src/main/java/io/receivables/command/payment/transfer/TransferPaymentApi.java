package io.receivables.command.payment.transfer;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TransferPaymentApi {

    private final Commands commands;

    TransferPaymentApi(Commands commands) {
        this.commands = commands;
    }

    record Body(AccountId accountId, Money amount, String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/payments/{id}/transfers")
    ResponseEntity<byte[]> transfer(@PathVariable PaymentId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new TransferPayment(id, new PaymentId(Ids.next()), body.accountId(), body.amount(),
                body.reason(), body.effectiveDate()), context);
    }
}
