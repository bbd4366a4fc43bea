package io.receivables.command.collection.legalaction;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.LegalActionId;
import io.receivables.events.account.LegalActionKind;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TakeLegalActionApi {

    private final Commands commands;

    TakeLegalActionApi(Commands commands) {
        this.commands = commands;
    }

    record Body(LegalActionKind kind, @Nullable String courtReference, @Nullable List<InvoiceId> invoiceIds,
            @Nullable Boolean interruptsLimitation, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/legal-actions")
    ResponseEntity<byte[]> take(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        if (body.invoiceIds() != null) {
            ItemBody.requireSome(body.invoiceIds(), "/invoiceIds");
        }
        return commands.send(new TakeLegalAction(id, new LegalActionId(Ids.next()), body.kind(),
                body.courtReference(), body.invoiceIds(), interrupts(body), body.effectiveDate()), context);
    }

    /** To ask for an injunction does not interrupt; its service does, and is then said so (C. civ. 2241, 2244). */
    private static boolean interrupts(Body body) {
        return body.interruptsLimitation() == null
                ? body.kind() != LegalActionKind.INJUNCTION && body.kind() != LegalActionKind.OTHER
                : body.interruptsLimitation();
    }
}
