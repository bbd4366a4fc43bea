package io.receivables.command.account.promise;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PromiseId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WithdrawPromiseApi {

    private final Commands commands;

    WithdrawPromiseApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/promises/{promiseId}/withdrawal")
    ResponseEntity<byte[]> withdraw(@PathVariable AccountId id, @PathVariable PromiseId promiseId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new WithdrawPromise(id, promiseId, body.reason(), body.effectiveDate()), context);
    }
}
