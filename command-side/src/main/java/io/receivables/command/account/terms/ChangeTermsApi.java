package io.receivables.command.account.terms;

import io.receivables.command.account.TermsBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeTermsApi {

    private final Commands commands;

    ChangeTermsApi(Commands commands) {
        this.commands = commands;
    }

    record Body(TermsBody terms, LocalDate effectiveDate) {}

    @PutMapping("/v1/customer-accounts/{id}/terms")
    ResponseEntity<byte[]> change(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new ChangeTerms(id, body.terms().toTerms(), body.effectiveDate()), context);
    }
}
