package io.receivables.command.dunning.procedure;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssignDunningProcedureApi {

    private final Commands commands;

    AssignDunningProcedureApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String procedure) {}

    @PutMapping("/v1/customer-accounts/{id}/dunning-procedure")
    ResponseEntity<byte[]> assign(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new AssignDunningProcedure(id, body.procedure()), context);
    }
}
