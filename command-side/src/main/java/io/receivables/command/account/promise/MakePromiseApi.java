package io.receivables.command.account.promise;

import io.receivables.command.account.PromiseClaim;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PromiseId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MakePromiseApi {

    private static final int MOST_INVOICES = 100;

    private final Commands commands;

    MakePromiseApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable PromiseId promiseId, Money amount, LocalDate promisedDate,
            @Nullable List<InvoiceId> invoiceIds, @Nullable String contact, @Nullable PromiseId replaces,
            LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/promises")
    ResponseEntity<byte[]> make(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        var invoices = body.invoiceIds() == null ? List.<InvoiceId>of() : body.invoiceIds();
        if (invoices.size() > MOST_INVOICES) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/invoiceIds",
                    "at most " + MOST_INVOICES + " invoices are expected, not " + invoices.size());
        }
        var claim = new PromiseClaim(Ids.orNext(body.promiseId(), PromiseId::new), body.amount(), body.promisedDate(),
                List.copyOf(new LinkedHashSet<>(invoices)), body.contact(), body.replaces(), body.effectiveDate());
        return commands.send(new MakePromise(id, claim), context);
    }
}
