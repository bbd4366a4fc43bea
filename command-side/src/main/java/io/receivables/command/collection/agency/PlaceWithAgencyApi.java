package io.receivables.command.collection.agency;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.DocumentNumber;
import io.receivables.command.edge.Ids;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.AgencyPlacementId;
import io.receivables.events.money.Percentage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlaceWithAgencyApi {

    private final Commands commands;

    PlaceWithAgencyApi(Commands commands) {
        this.commands = commands;
    }

    record Body(DocumentNumber agency, @Nullable List<ItemBody> items, @Nullable Percentage feePercent,
            LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/agency-placements")
    ResponseEntity<byte[]> place(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        if (body.items() != null) {
            ItemBody.requireSome(body.items(), "/items");
        }
        return commands.send(new PlaceWithAgency(id, new AgencyPlacementId(Ids.next()), body.agency().value(),
                body.items(), body.feePercent(), body.effectiveDate()), context);
    }
}
