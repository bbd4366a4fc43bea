package io.receivables.command.creditwriteoff.approve;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApproveCreditWriteOffApi {

    private final Commands commands;

    ApproveCreditWriteOffApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String reason) {}

    @PostMapping("/v1/credit-write-offs/{id}/approval")
    ResponseEntity<byte[]> approve(@PathVariable CreditWriteOffId id,
            @RequestBody(required = false) @Nullable Body body,
            CommandContext context) {
        return commands.send(new ApproveCreditWriteOff(id, body == null ? null : body.reason()), context);
    }
}
