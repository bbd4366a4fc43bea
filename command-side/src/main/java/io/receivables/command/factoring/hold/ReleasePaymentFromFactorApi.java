package io.receivables.command.factoring.hold;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactoringId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReleasePaymentFromFactorApi {

    private final Commands commands;

    ReleasePaymentFromFactorApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/factoring/{id}/misdirected-payments/{debtId}/reversal")
    ResponseEntity<byte[]> release(@PathVariable FactoringId id, @PathVariable FactorDebtId debtId,
            @RequestBody Body body, CommandContext context) {
        return commands.send(new ReleasePaymentFromFactor(id, debtId, body.reason(), body.effectiveDate()), context);
    }
}
