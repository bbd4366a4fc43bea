package io.receivables.command.contact.log;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.contact.ContactDirection;
import io.receivables.events.contact.ContactId;
import io.receivables.events.contact.ContactKind;
import io.receivables.events.contact.NextAction;
import io.receivables.events.invoice.InvoiceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LogContactApi {

    private final Commands commands;

    LogContactApi(Commands commands) {
        this.commands = commands;
    }

    /** @param at a day, or a moment in UTC */
    record Body(@Nullable ContactId contactId, ContactKind kind, ContactDirection direction,
            @Nullable String outcome, String note, String at, @Nullable List<InvoiceId> invoiceIds,
            @Nullable NextAction nextAction) {}

    @PostMapping("/v1/customer-accounts/{id}/contact-log")
    ResponseEntity<byte[]> log(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        var invoices = body.invoiceIds() == null ? List.<InvoiceId>of() : body.invoiceIds();
        if (!invoices.isEmpty()) {
            ItemBody.requireSome(invoices, "/invoiceIds");
        }
        var moment = Moment.of(body.at());
        return commands.send(new LogContact(id, Ids.orNext(body.contactId(), ContactId::new), body.kind(),
                body.direction(), body.outcome(), body.note(), moment.at(), moment.date(), invoices,
                body.nextAction()), context);
    }
}
