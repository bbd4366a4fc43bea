package io.receivables.command.creditwriteoff.request;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WriteOffCreditApi {

    private final Commands commands;

    WriteOffCreditApi(Commands commands) {
        this.commands = commands;
    }

    record Body(Money amount, String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/payments/{id}/credit-write-offs")
    ResponseEntity<byte[]> ofPayment(@PathVariable PaymentId id, @RequestBody Body body, CommandContext context) {
        return writeOff(CreditSource.of(id), body, context);
    }

    @PostMapping("/v1/credit-notes/{id}/credit-write-offs")
    ResponseEntity<byte[]> ofCreditNote(@PathVariable CreditNoteId id, @RequestBody Body body,
            CommandContext context) {
        return writeOff(CreditSource.of(id), body, context);
    }

    private ResponseEntity<byte[]> writeOff(CreditSource source, Body body, CommandContext context) {
        return commands.send(new WriteOffCredit(new CreditWriteOffId(Ids.next()), source, body.amount(), body.reason(),
                body.effectiveDate()), context);
    }
}
