package io.receivables.command.payment.allocate;

import io.receivables.command.allocation.AllocationWish;
import io.receivables.command.allocation.TargetBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.invoice.InvoiceId;
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
class AllocatePaymentApi {

    private final Commands commands;

    AllocatePaymentApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable InvoiceId invoiceId, @Nullable ChargeId chargeId, Money amount,
            @Nullable Integer instalment, @Nullable Money discount, @Nullable Boolean writeOffDifference,
            LocalDate effectiveDate) {}

    @PostMapping("/v1/payments/{id}/allocations")
    ResponseEntity<byte[]> allocate(@PathVariable PaymentId id, @RequestBody Body body, CommandContext context) {
        var wish = new AllocationWish(new AllocationId(Ids.next()), TargetBody.of(body.invoiceId(), body.chargeId()),
                body.amount(), body.instalment(), body.discount(), body.effectiveDate(),
                Boolean.TRUE.equals(body.writeOffDifference()));
        return commands.send(new AllocatePayment(id, wish, body.effectiveDate()), context);
    }
}
