package io.receivables.command.factoring.buyback;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.factoring.FactoringId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BuyBackFactoredItemsApi {

    private final Commands commands;

    BuyBackFactoredItemsApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable List<ItemBody> items, String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/factoring/{id}/buy-back")
    ResponseEntity<byte[]> buyBack(@PathVariable FactoringId id, @RequestBody Body body, CommandContext context) {
        if (body.items() != null) {
            ItemBody.requireSome(body.items(), "/items");
        }
        return commands.send(new BuyBackFactoredItems(id, body.items(), body.reason(), body.effectiveDate()),
                context);
    }
}
