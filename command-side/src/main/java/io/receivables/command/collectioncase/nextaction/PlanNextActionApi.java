package io.receivables.command.collectioncase.nextaction;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlanNextActionApi {

    private final Commands commands;

    PlanNextActionApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String what, LocalDate dueDate) {}

    @PostMapping("/v1/customer-accounts/{id}/collection-case/next-action")
    ResponseEntity<byte[]> ofAccount(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return send(CaseSubject.of(id), body, context);
    }

    @PostMapping("/v1/payments/{id}/collection-case/next-action")
    ResponseEntity<byte[]> ofPayment(@PathVariable PaymentId id, @RequestBody Body body, CommandContext context) {
        return send(CaseSubject.of(id), body, context);
    }

    private ResponseEntity<byte[]> send(CaseSubject subject, Body body, CommandContext context) {
        return commands.send(new PlanNextAction(subject, Ids.next(), body.what(), body.dueDate()), context);
    }
}
