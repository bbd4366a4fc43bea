package io.receivables.command.collection.insolvency;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.InsolvencyId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LiftInsolvencyApi {

    private final Commands commands;

    LiftInsolvencyApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/insolvency/{insolvencyId}/lifting")
    ResponseEntity<byte[]> lift(@PathVariable AccountId id, @PathVariable InsolvencyId insolvencyId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new LiftInsolvency(id, insolvencyId, body.reason(), body.effectiveDate()), context);
    }
}
