package io.receivables.command.collection.agency;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.AgencyPlacementId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecallFromAgencyApi {

    private final Commands commands;

    RecallFromAgencyApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable List<ItemBody> items, String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/agency-placements/{placementId}/recall")
    ResponseEntity<byte[]> recall(@PathVariable AccountId id, @PathVariable AgencyPlacementId placementId,
            @RequestBody Body body, CommandContext context) {
        if (body.items() != null) {
            ItemBody.requireSome(body.items(), "/items");
        }
        return commands.send(new RecallFromAgency(id, placementId, body.items(), body.reason(),
                body.effectiveDate()), context);
    }
}
