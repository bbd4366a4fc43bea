package io.receivables.command.collection.agency;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.AgencyPlacementId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportAgencyPaymentApi {

    private final Commands commands;

    ReportAgencyPaymentApi(Commands commands) {
        this.commands = commands;
    }

    record Body(PaymentId paymentId, Money fee, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/agency-placements/{placementId}/payments")
    ResponseEntity<byte[]> report(@PathVariable AccountId id, @PathVariable AgencyPlacementId placementId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReportAgencyPayment(id, placementId, body.paymentId(), body.fee(),
                body.effectiveDate()), context);
    }
}
