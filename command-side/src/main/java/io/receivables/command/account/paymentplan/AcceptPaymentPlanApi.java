package io.receivables.command.account.paymentplan;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AcceptPaymentPlanApi {

    private final Commands commands;

    AcceptPaymentPlanApi(Commands commands) {
        this.commands = commands;
    }

    /** @param evidence a reference to the customer's acceptance */
    record Body(String evidence, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/payment-plans/{planId}/acceptance")
    ResponseEntity<byte[]> accept(@PathVariable AccountId id, @PathVariable PaymentPlanId planId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new AcceptPaymentPlan(id, planId, body.evidence(), body.effectiveDate()), context);
    }
}
