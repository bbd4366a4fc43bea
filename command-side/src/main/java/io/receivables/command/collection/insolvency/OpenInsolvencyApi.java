package io.receivables.command.collection.insolvency;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.InsolvencyId;
import io.receivables.events.account.InsolvencyKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OpenInsolvencyApi {

    private final Commands commands;

    OpenInsolvencyApi(Commands commands) {
        this.commands = commands;
    }

    record Body(InsolvencyKind kind, @Nullable String courtReference, @Nullable LocalDate declareBy,
            LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/insolvency")
    ResponseEntity<byte[]> open(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new OpenInsolvency(id, new InsolvencyId(Ids.next()), body.kind(), body.courtReference(),
                body.declareBy(), body.effectiveDate()), context);
    }
}
