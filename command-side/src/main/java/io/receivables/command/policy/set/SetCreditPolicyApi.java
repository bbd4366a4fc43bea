package io.receivables.command.policy.set;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.policy.PolicyBody;
import io.receivables.events.entity.LegalEntityId;
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

    @PutMapping("/v1/credit-policies/{legalEntity}")
    ResponseEntity<byte[]> set(@PathVariable LegalEntityId legalEntity, @RequestBody PolicyBody body,
            CommandContext context) {
        return commands.send(new SetCreditPolicy(legalEntity, body.validFrom(), body.approvals(), body.rules()),
                context);
    }
}
