package io.receivables.command.refund.approve;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.refund.RefundId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApproveRefundApi {

    private final Commands commands;

    ApproveRefundApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String reason) {}

    @PostMapping("/v1/refunds/{id}/approval")
    ResponseEntity<byte[]> approve(@PathVariable RefundId id, @RequestBody(required = false) @Nullable Body body,
            CommandContext context) {
        return commands.send(new ApproveRefund(id, body == null ? null : body.reason()), context);
    }
}
