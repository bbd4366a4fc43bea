package io.receivables.command.collection.insolvency;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.InsolvencyId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeclareInsolvencyClaimApi {

    private final Commands commands;

    DeclareInsolvencyClaimApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable Money amount, @Nullable List<InvoiceId> invoiceIds, @Nullable String reference,
            LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/insolvency/{insolvencyId}/claim")
    ResponseEntity<byte[]> declare(@PathVariable AccountId id, @PathVariable InsolvencyId insolvencyId,
            @RequestBody Body body, CommandContext context) {
        if (body.invoiceIds() != null) {
            ItemBody.requireSome(body.invoiceIds(), "/invoiceIds");
        }
        return commands.send(new DeclareInsolvencyClaim(id, insolvencyId, body.amount(), body.invoiceIds(),
                body.reference(), body.effectiveDate()), context);
    }
}
