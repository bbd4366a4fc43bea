package io.receivables.command.collection.agency;

import io.receivables.command.account.Accounts;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.collection.HeldItems;
import io.receivables.command.collection.HeldItems.Holder;
import io.receivables.command.collection.HeldItems.Row;
import io.receivables.command.collection.OpenClaims;
import io.receivables.command.collection.agency.PlacedWithAgency.NotPlaced;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class PlaceWithAgencyHandler {

    private final Streams<CustomerAccount> streams;
    private final Accounts accounts;
    private final OpenClaims claims;
    private final HeldItems held;

    PlaceWithAgencyHandler(Streams<CustomerAccount> streams, Accounts accounts, OpenClaims claims, HeldItems held) {
        this.streams = streams;
        this.accounts = accounts;
        this.claims = claims;
        this.held = held;
    }

    @CommandHandler
    Reply handle(PlaceWithAgency command) {
        var account = accounts.require(command.accountId());
        account.requireOpenAt(command.effectiveDate());
        var stream = streams.load(command.accountId());
        var id = command.placementId();
        var date = command.effectiveDate();
        var wanted = command.items() == null
                ? claims.overdue(account, date)
                : claims.named(account, command.items(), date);
        var refused = held.refusals(Holder.FACTOR, account.accountId(), wanted, date);
        wanted.forEach(item -> stream.ask(it -> it.escalations().withAgency(item))
                .ifPresent(refusal -> refused.putIfAbsent(item, refusal)));
        var items = wanted.stream().filter(item -> !refused.containsKey(item)).toList();
        if (items.isEmpty() || command.items() != null && !refused.isEmpty()) {
            throw refused.values().iterator().next();
        }
        stream.decide(it -> it.escalations().placeWithAgency(id, command.agency(), items, command.feePercent(), date));
        held.put(Holder.AGENCY, id, items, new Row(account.accountId(), account.legalEntity(), date, null));
        var notPlaced = refused.entrySet()
                .stream()
                .map(it -> new NotPlaced(it.getKey(), it.getValue().code(), it.getValue().detail()))
                .toList();
        return Reply.created(stream.show((it, version) -> new PlacedWithAgency(
                it.escalations().file().placement(id).versioned(version), notPlaced)),
                "/v1/customer-accounts/" + command.accountId() + "/collection-file");
    }
}
