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
class ReverseRefundApi {

    private final Commands commands;

    ReverseRefundApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String reason, @Nullable LocalDate effectiveDate) {}

    @PostMapping("/v1/refunds/{id}/reversal")
    ResponseEntity<byte[]> reverse(@PathVariable RefundId id, @RequestBody(required = false) @Nullable Body body,
            CommandContext context) {
        return commands.send(
                new ReverseRefund(id, body == null ? null : body.reason(), body == null ? null : body.effectiveDate()),
                context);
    }
}
