package io.receivables.command.refund.payout;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.refund.RefundId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PayOutRefundApi {

    private final Commands commands;

    PayOutRefundApi(Commands commands) {
        this.commands = commands;
    }

    record Body(LocalDate paidDate, @Nullable String reference) {}

    @PostMapping("/v1/refunds/{id}/payout")
    ResponseEntity<byte[]> payOut(@PathVariable RefundId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new PayOutRefund(id, body.paidDate(), body.reference()), context);
    }
}
