package io.receivables.command.collectioncase.release;

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
class ReleaseCaseApi {

    private final Commands commands;

    ReleaseCaseApi(Commands commands) {
        this.commands = commands;
    }

    record Body() {}

    @PostMapping("/v1/customer-accounts/{id}/collection-case/release")
    ResponseEntity<byte[]> ofAccount(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return send(CaseSubject.of(id), body, context);
    }

    @PostMapping("/v1/payments/{id}/collection-case/release")
    ResponseEntity<byte[]> ofPayment(@PathVariable PaymentId id, @RequestBody Body body, CommandContext context) {
        return send(CaseSubject.of(id), body, context);
    }

    private ResponseEntity<byte[]> send(CaseSubject subject, Body body, CommandContext context) {
        return commands.send(new ReleaseCase(subject), context);
    }
}
