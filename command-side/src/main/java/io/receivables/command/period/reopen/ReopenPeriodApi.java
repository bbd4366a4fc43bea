package io.receivables.command.period.reopen;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.entity.LegalEntityId;
import java.time.YearMonth;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReopenPeriodApi {

    private final Commands commands;

    ReopenPeriodApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason) {}

    @PostMapping("/v1/periods/{legalEntity}/{period}/reopen")
    ResponseEntity<byte[]> reopen(@PathVariable LegalEntityId legalEntity, @PathVariable YearMonth period,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReopenPeriod(legalEntity, period, body.reason()), context);
    }
}
