package io.receivables.command.invoice.approvewriteoff;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.invoice.WriteOffId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApproveWriteOffApi {

    private final Commands commands;

    ApproveWriteOffApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String reason) {}

    @PostMapping("/v1/write-offs/{id}/approval")
    ResponseEntity<byte[]> approve(@PathVariable WriteOffId id, @RequestBody(required = false) @Nullable Body body,
            CommandContext context) {
        return commands.send(new ApproveWriteOff(id, body == null ? null : body.reason()), context);
    }
}
