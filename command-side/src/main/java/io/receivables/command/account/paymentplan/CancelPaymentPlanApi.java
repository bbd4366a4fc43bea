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
class CancelPaymentPlanApi {

    private final Commands commands;

    CancelPaymentPlanApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/payment-plans/{planId}/cancellation")
    ResponseEntity<byte[]> cancel(@PathVariable AccountId id, @PathVariable PaymentPlanId planId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new CancelPaymentPlan(id, planId, body.reason(), body.effectiveDate()), context);
    }
}
