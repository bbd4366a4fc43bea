package io.receivables.command.account.creditoverride;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.CreditOverrideId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApproveCreditOverrideApi {

    private final Commands commands;

    ApproveCreditOverrideApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String reason) {}

    @PostMapping("/v1/credit-overrides/{id}/approval")
    ResponseEntity<byte[]> approve(@PathVariable CreditOverrideId id,
            @RequestBody(required = false) @Nullable Body body, CommandContext context) {
        return commands.send(new ApproveCreditOverride(id, body == null ? null : body.reason()), context);
    }
}
