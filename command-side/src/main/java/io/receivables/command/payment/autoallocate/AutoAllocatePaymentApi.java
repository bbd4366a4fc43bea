package io.receivables.command.payment.autoallocate;

import io.receivables.command.allocation.AutoAllocationWish;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AutoAllocatePaymentApi {

    private final Commands commands;

    AutoAllocatePaymentApi(Commands commands) {
        this.commands = commands;
    }

    record Body(LocalDate effectiveDate, @Nullable Boolean dryRun) {}

    @PostMapping("/v1/payments/{id}/auto-allocation")
    ResponseEntity<byte[]> allocate(@PathVariable PaymentId id, @RequestBody Body body, CommandContext context) {
        var wish = new AutoAllocationWish(Ids.next(), body.effectiveDate(), Boolean.TRUE.equals(body.dryRun()));
        return commands.send(new AutoAllocatePayment(id, wish, body.effectiveDate()), context);
    }
}
