package io.receivables.command.factoring.settle;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactoringId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReverseFactorSettlementApi {

    private final Commands commands;

    ReverseFactorSettlementApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/factoring/{id}/settlements/{settlementId}/reversal")
    ResponseEntity<byte[]> reverse(@PathVariable FactoringId id, @PathVariable FactorSettlementId settlementId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReverseFactorSettlement(id, settlementId, body.reason(), body.effectiveDate()),
                context);
    }
}
