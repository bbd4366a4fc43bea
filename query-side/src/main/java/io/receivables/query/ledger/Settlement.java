package io.receivables.query.ledger;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Both sides of an allocation: the instalments or the late charge fall by what they got, the payment or credit note gives that much away.
 * A discount is on the instalment alone, for no document pays it.
 */
record Settlement(DocumentType source, String sourceId, MovementKind settledBy, AccountEntry event, String allocation) {

    List<Row> settled(AllocationTarget target, List<SettledPart> parts) {
        var type = DocumentType.of(target);
        var id = idOf(target);
        var rows = new ArrayList<Row>();
        for (var part : parts) {
            add(rows, type, id, part.instalment(), settledBy, part.amount().negated());
            add(rows, type, id, part.instalment(), MovementKind.DISCOUNT, part.discount().negated());
        }
        add(rows, source, sourceId, 0, MovementKind.ALLOCATED, SettledPart.amountOf(parts));
        return List.copyOf(rows);
    }

    List<Row> reversed(AllocationTarget target, List<SettledPart> parts) {
        return settled(target,
                parts.stream()
                        .map(part -> new SettledPart(part.instalment(), part.amount().negated(),
                                part.discount().negated()))
                        .toList());
    }

    private static String idOf(AllocationTarget target) {
        return switch (target) {
            case AllocationTarget.Invoice(var id) -> id.value();
            case AllocationTarget.Charge(var id) -> id.value();
        };
    }

    private void add(List<Row> rows, DocumentType type, String id, int instalment, MovementKind kind, Money amount) {
        if (!amount.isZero()) {
            AccountId account = Objects.requireNonNull(event.accountId(), "an allocation has an account");
            rows.add(new Row.Movement(account.value(), event.legalEntity().value(), type, id, instalment, kind,
                    allocation, amount, kind == settledBy ? sourceId : null));
        }
    }
}
