package io.receivables.command.account.debtorclass;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.DebtorClass;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeDebtorClassApi {

    private final Commands commands;

    ChangeDebtorClassApi(Commands commands) {
        this.commands = commands;
    }

    record Body(DebtorClass debtorClass, String reason, LocalDate effectiveDate) {}

    @PutMapping("/v1/customer-accounts/{id}/debtor-class")
    ResponseEntity<byte[]> change(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new ChangeDebtorClass(id, body.debtorClass(), body.reason(), body.effectiveDate()),
                context);
    }
}
