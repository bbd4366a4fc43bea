package io.receivables.command.creditgroup.limit;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RejectCreditGroupLimitApi {

    private final Commands commands;

    RejectCreditGroupLimitApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String reason) {}

    @PostMapping("/v1/credit-groups/{id}/limits/{creditLimitId}/rejection")
    ResponseEntity<byte[]> reject(@PathVariable CreditGroupId id, @PathVariable CreditLimitId creditLimitId,
            @RequestBody(required = false) @Nullable Body body, CommandContext context) {
        return commands.send(new RejectCreditGroupLimit(id, creditLimitId, body == null ? null : body.reason()),
                context);
    }
}
