package io.receivables.query.ledger;

import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeEvent;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.charge.LateChargeSettledInPart;
import io.receivables.events.charge.LateChargeSettlementReversed;
import io.receivables.events.money.Money;
import java.util.List;

/** What the facts of a late charge add to the books. */
final class LateChargeRows {

    private LateChargeRows() {}

    static List<Row> of(LateChargeEvent event) {
        return switch (event) {
            case LateChargeClaimed claimed -> claimed(claimed);
            // The twins of an allocation: the payment's or credit note's own fact is the one that counts.
            case LateChargeSettledInPart settled -> List.of();
            case LateChargeSettlementReversed reversed -> List.of();
            case LateChargeReversed reversed -> List.of(movement(reversed, reversed.amount().negated()));
        };
    }

    private static List<Row> claimed(LateChargeClaimed claimed) {
        var id = claimed.chargeId().value();
        var invoice = claimed.invoiceId();
        return List.of(
                new Row.Document(DocumentType.CHARGE, id, null, claimed.accountId().value(),
                        claimed.legalEntity().value(), claimed.effectiveDate(), claimed.amount()),
                new Row.Item(DocumentType.CHARGE, id, 0, claimed.effectiveDate(), claimed.dueDate(),
                        claimed.receivableClass()),
                new Row.LateCharge(id, invoice == null ? null : invoice.value(), claimed.kind(),
                        claimed.accountId().value()),
                movement(claimed, claimed.amount()));
    }

    private static Row movement(LateChargeEvent event, Money amount) {
        return new Row.Movement(event.accountId().value(), event.legalEntity().value(), DocumentType.CHARGE,
                event.chargeId().value(), 0, MovementKind.CHARGED, null, amount);
    }
}
