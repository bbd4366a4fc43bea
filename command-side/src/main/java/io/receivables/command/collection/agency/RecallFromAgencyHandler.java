package io.receivables.command.collection.agency;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.collection.HeldItems;
import io.receivables.command.collection.HeldItems.Holder;
import io.receivables.command.collection.HeldItems.Row;
import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import io.receivables.events.invoice.ClaimItem;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RecallFromAgencyHandler {

    private final Streams<CustomerAccount> streams;
    private final HeldItems held;

    RecallFromAgencyHandler(Streams<CustomerAccount> streams, HeldItems held) {
        this.streams = streams;
        this.held = held;
    }

    @CommandHandler
    Reply handle(RecallFromAgency command) {
        var stream = streams.load(command.accountId());
        var id = command.placementId();
        var date = command.effectiveDate();
        var before = stream.ask(it -> it.escalations().file().placement(id));
        stream.decide(it -> it.escalations()
                .recall(id, command.items() == null
                        ? null
                        : wanted(before.placed(), command.items()), command.reason(), date));
        var left = stream.ask(it -> it.escalations().file().placement(id).placed());
        held.put(Holder.AGENCY, id, before.placed().stream().filter(item -> !left.contains(item)).toList(),
                new Row(command.accountId(), stream.ask(CustomerAccount::legalEntity), before.effectiveDate(), date));
        return Reply.ok(stream.show((it, version) -> it.escalations().file().placement(id).versioned(version)));
    }

    private static List<ClaimItem> wanted(List<ClaimItem> placed, List<ItemBody> items) {
        return placed.stream().filter(item -> items.stream().anyMatch(it -> it.names(item))).toList();
    }
}
