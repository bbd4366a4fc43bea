package io.receivables.command.collection.finalnotice;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.document.EvidenceBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.FinalNoticeId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ServeFinalNoticeApi {

    private final Commands commands;

    ServeFinalNoticeApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable List<ItemBody> items, @Nullable List<EvidenceBody> evidence, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/final-notices")
    ResponseEntity<byte[]> serve(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        if (body.items() != null) {
            ItemBody.requireSome(body.items(), "/items");
        }
        return commands.send(new ServeFinalNotice(id, new FinalNoticeId(Ids.next()), body.items(),
                EvidenceBody.evidence(body.evidence()), body.effectiveDate()), context);
    }
}
