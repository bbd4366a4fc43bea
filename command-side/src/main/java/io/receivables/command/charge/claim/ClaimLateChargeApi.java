package io.receivables.command.charge.claim;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ClaimLateChargeApi {

    private final Commands commands;

    ClaimLateChargeApi(Commands commands) {
        this.commands = commands;
    }

    record Body(ChargeKind kind, @Nullable Money amount, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/late-charges")
    ResponseEntity<byte[]> claim(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new ClaimLateCharge(id, new ChargeId(Ids.next()), body.kind(), body.amount(),
                body.effectiveDate()), context);
    }
}
