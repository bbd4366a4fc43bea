package io.receivables.command.account.open;

import io.receivables.command.account.TermsBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OpenCustomerAccountApi {

    private final Commands commands;

    OpenCustomerAccountApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable AccountId accountId, CustomerId customerId, String name, LegalEntityId legalEntity,
            Currency currency, @Nullable ReceivableClass receivableClass, @Nullable TermsBody terms,
            LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts")
    ResponseEntity<byte[]> open(@RequestBody Body body, CommandContext context) {
        var opened = new CustomerAccountOpened(Ids.orNext(body.accountId(), AccountId::new), body.legalEntity(),
                body.customerId(), body.currency(),
                body.receivableClass() == null ? ReceivableClass.TRADE : body.receivableClass(),
                TermsBody.orDefault(body.terms()), body.effectiveDate());
        return commands.send(new OpenCustomerAccount(opened, body.name()), context);
    }
}
