package io.receivables.command.factoring.hold;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HoldPaymentForFactorApi {

    private final Commands commands;

    HoldPaymentForFactorApi(Commands commands) {
        this.commands = commands;
    }

    record Body(PaymentId paymentId, InvoiceId invoiceId, Integer instalment, Money amount,
            LocalDate effectiveDate) {}

    @PostMapping("/v1/factoring/{id}/misdirected-payments")
    ResponseEntity<byte[]> hold(@PathVariable FactoringId id, @RequestBody Body body, CommandContext context) {
        ItemBody.requireNumber(body.instalment(), "");
        return commands.send(new HoldPaymentForFactor(id, new FactorDebtId(Ids.next()), body.paymentId(),
                new ClaimItem(body.invoiceId(), body.instalment(), body.amount()), body.effectiveDate()), context);
    }
}
