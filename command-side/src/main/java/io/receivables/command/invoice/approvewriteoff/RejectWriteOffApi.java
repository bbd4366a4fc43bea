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
class RejectWriteOffApi {

    private final Commands commands;

    RejectWriteOffApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String reason) {}

    @PostMapping("/v1/write-offs/{id}/rejection")
    ResponseEntity<byte[]> reject(@PathVariable WriteOffId id, @RequestBody(required = false) @Nullable Body body,
            CommandContext context) {
        return commands.send(new RejectWriteOff(id, body == null ? null : body.reason()), context);
    }
}
