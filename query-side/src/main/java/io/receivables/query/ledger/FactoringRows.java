package io.receivables.query.ledger;

import io.receivables.events.factoring.FactorDebtIncurred;
import io.receivables.events.factoring.FactorDebtReversed;
import io.receivables.events.factoring.FactorPaidOver;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactorSettlementReversed;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.query.ledger.Row.FactoringEntryKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of an assignment to a factor add to the books. What has left the books moves when it is assigned and
 * returned; what has stayed in them moves when the debtor has paid the factor.
 */
final class FactoringRows {

    private FactoringRows() {}

    static List<Row> of(FactoringEvent event) {
        return switch (event) {
            case ReceivablesFactored it -> rows(it.derecognised() ? MovementKind.FACTORED : null, -1, it, it.items(),
                    FactoringEntryKind.ASSIGNED, 1, it.guaranteeFundPercent());
            case FactoredItemsBoughtBack it -> rows(it.derecognised() ? MovementKind.FACTORED : null, 1, it, it.items(),
                    FactoringEntryKind.BOUGHT_BACK, -1, null);
            case FactorSettlementReported it -> rows(it.derecognised() ? null : MovementKind.PAID_TO_FACTOR, -1, it,
                    it.items(), FactoringEntryKind.SETTLED, -1, null);
            case FactorSettlementReversed it -> rows(it.derecognised() ? null : MovementKind.PAID_TO_FACTOR, 1, it,
                    it.items(), FactoringEntryKind.SETTLED, 1, null);
            case FactorDebtIncurred it -> with(rows(null, 0, it, it.items(),
                    FactoringEntryKind.COLLECTED, -1, null),
                    owed(it, FactoringEntryKind.OWED, ClaimItem.total(it.items())));
            case FactorDebtReversed it -> with(rows(null, 0, it, it.claimable(),
                    FactoringEntryKind.COLLECTED, 1, null),
                    owed(it, FactoringEntryKind.OWED, ClaimItem.total(it.items()).negated()));
            case FactorPaidOver it -> List.of(
                    owed(it, FactoringEntryKind.PAID_OVER, it.amount().negated()));
        };
    }

    /** @param movement null where nothing moves in the account */
    private static List<Row> rows(@Nullable MovementKind movement, int sign, FactoringEvent event,
            List<ClaimItem> items, FactoringEntryKind kind, int entrySign,
            @Nullable Percentage guaranteeFund) {
        var rows = new ArrayList<Row>();
        for (var item : items) {
            var invoice = item.invoiceId().value();
            if (movement != null) {
                rows.add(new Row.Movement(event.accountId().value(), event.legalEntity().value(), DocumentType.INVOICE,
                        invoice, item.instalment(), movement, event.factoringId().value(),
                        sign > 0 ? item.amount() : item.amount().negated(), null, paidDate(event)));
            }
            rows.add(new Row.FactoringEntry(event.factoringId().value(), event.factor().value(),
                    event.accountId().value(), event.legalEntity().value(), event.derecognised(), kind, invoice,
                    item.instalment(), entrySign > 0 ? item.amount() : item.amount().negated(), guaranteeFund));
        }
        return List.copyOf(rows);
    }

    /** What is sold is paid by nobody yet. */
    private static @Nullable LocalDate paidDate(FactoringEvent event) {
        return switch (event) {
            case FactorSettlementReported it -> it.effectiveDate();
            case FactorSettlementReversed it -> it.reportedDate() == null ? it.effectiveDate() : it.reportedDate();
            default -> null;
        };
    }

    private static Row owed(FactoringEvent event, FactoringEntryKind kind, Money amount) {
        return new Row.FactoringEntry(event.factoringId().value(), event.factor().value(), event.accountId().value(),
                event.legalEntity().value(), event.derecognised(), kind, null, null, amount, null);
    }

    private static List<Row> with(List<Row> rows, Row last) {
        return Stream.concat(rows.stream(), Stream.of(last)).toList();
    }
}
