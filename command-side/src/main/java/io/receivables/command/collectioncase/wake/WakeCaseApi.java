package io.receivables.command.collectioncase.wake;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.payment.PaymentId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WakeCaseApi {

    private final Commands commands;

    WakeCaseApi(Commands commands) {
        this.commands = commands;
    }

    record Body() {}

    @PostMapping("/v1/customer-accounts/{id}/collection-case/wake")
    ResponseEntity<byte[]> ofAccount(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return send(CaseSubject.of(id), body, context);
    }

    @PostMapping("/v1/payments/{id}/collection-case/wake")
    ResponseEntity<byte[]> ofPayment(@PathVariable PaymentId id, @RequestBody Body body, CommandContext context) {
        return send(CaseSubject.of(id), body, context);
    }

    private ResponseEntity<byte[]> send(CaseSubject subject, Body body, CommandContext context) {
        return commands.send(new WakeCase(subject), context);
    }
}
