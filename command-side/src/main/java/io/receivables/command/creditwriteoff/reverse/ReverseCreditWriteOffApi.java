package io.receivables.command.creditwriteoff.reverse;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReverseCreditWriteOffApi {

    private final Commands commands;

    ReverseCreditWriteOffApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/credit-write-offs/{id}/reversal")
    ResponseEntity<byte[]> reverse(@PathVariable CreditWriteOffId id, @RequestBody Body body,
            CommandContext context) {
        return commands.send(new ReverseCreditWriteOff(id, body.reason(), body.effectiveDate()), context);
    }
}
