package io.receivables.command.collection.legalaction;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.LegalActionId;
import io.receivables.events.account.LegalActionOutcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CloseLegalActionApi {

    private final Commands commands;

    CloseLegalActionApi(Commands commands) {
        this.commands = commands;
    }

    record Body(LegalActionOutcome outcome, @Nullable String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/legal-actions/{legalActionId}/closure")
    ResponseEntity<byte[]> close(@PathVariable AccountId id, @PathVariable LegalActionId legalActionId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new CloseLegalAction(id, legalActionId, body.outcome(), body.reason(),
                body.effectiveDate()), context);
    }
}
