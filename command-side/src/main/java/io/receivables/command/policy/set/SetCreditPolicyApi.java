package io.receivables.command.policy.set;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.ApprovalLimits;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetCreditPolicyApi {

    private final Commands commands;

    SetCreditPolicyApi(Commands commands) {
        this.commands = commands;
    }

    record Body(LocalDate validFrom, @Nullable Approvals approvals) {}

    record Approvals(Money writeOffLimit, Money refundLimit) {}

    @PutMapping("/v1/credit-policies/{legalEntity}")
    ResponseEntity<byte[]> set(@PathVariable LegalEntityId legalEntity, @RequestBody Body body,
            CommandContext context) {
        var given = body.approvals();
        var approvals = given == null ? null : new ApprovalLimits(given.writeOffLimit(), given.refundLimit());
        return commands.send(new SetCreditPolicy(legalEntity, body.validFrom(), approvals), context);
    }
}
