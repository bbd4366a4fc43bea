package io.receivables.command.invoice.writeoff;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.invoice.WriteOffId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReverseWriteOffApi {

    private final Commands commands;

    ReverseWriteOffApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/write-offs/{id}/reversal")
    ResponseEntity<byte[]> reverse(@PathVariable WriteOffId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new ReverseWriteOff(id, body.reason(), body.effectiveDate()), context);
    }
}
