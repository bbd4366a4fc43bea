package io.receivables.command.invoice.recover;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecoverWrittenOffAmountApi {

    private final Commands commands;

    RecoverWrittenOffAmountApi(Commands commands) {
        this.commands = commands;
    }

    record Body(Money amount, LocalDate effectiveDate, @Nullable PaymentId paymentId, @Nullable String reference) {}

    @PostMapping("/v1/invoices/{id}/recoveries")
    ResponseEntity<byte[]> recover(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new RecoverWrittenOffAmount(id, new RecoveryId(Ids.next()), body.amount(),
                body.paymentId(), body.reference(), body.effectiveDate()), context);
    }
}
