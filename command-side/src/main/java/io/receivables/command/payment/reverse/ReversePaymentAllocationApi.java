package io.receivables.command.payment.reverse;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReversePaymentAllocationApi {

    private final Commands commands;

    ReversePaymentAllocationApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/payments/{id}/allocations/{allocationId}/reversal")
    ResponseEntity<byte[]> reverse(@PathVariable PaymentId id, @PathVariable AllocationId allocationId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReversePaymentAllocation(id, allocationId, body.reason(), body.effectiveDate()),
                context);
    }
}
