package io.receivables.command.account.paymentplan;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GivePaymentPlanNoticeApi {

    private final Commands commands;

    GivePaymentPlanNoticeApi(Commands commands) {
        this.commands = commands;
    }

    /** @param reference of the letter */
    record Body(@Nullable String reference, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/payment-plans/{planId}/notice")
    ResponseEntity<byte[]> give(@PathVariable AccountId id, @PathVariable PaymentPlanId planId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new GivePaymentPlanNotice(id, planId, body.reference(), body.effectiveDate()), context);
    }
}
