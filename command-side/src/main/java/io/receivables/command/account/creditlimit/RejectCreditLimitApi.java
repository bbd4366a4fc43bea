package io.receivables.command.account.creditlimit;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.CreditLimitId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RejectCreditLimitApi {

    private final Commands commands;

    RejectCreditLimitApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String reason) {}

    @PostMapping("/v1/credit-limits/{id}/rejection")
    ResponseEntity<byte[]> reject(@PathVariable CreditLimitId id, @RequestBody(required = false) @Nullable Body body,
            CommandContext context) {
        return commands.send(new RejectCreditLimit(id, body == null ? null : body.reason()), context);
    }
}
