package io.receivables.query.ledger;

import io.receivables.events.account.AgencyPaymentReported;
import io.receivables.events.account.AgencyPlacementMade;
import io.receivables.events.account.AgencyPlacementRecalled;
import io.receivables.events.account.CollectionEvent;
import io.receivables.events.account.FinalNoticeServed;
import io.receivables.events.account.InsolvencyClaimDeclared;
import io.receivables.events.account.InsolvencyLifted;
import io.receivables.events.account.InsolvencyOpened;
import io.receivables.events.account.LegalActionClosed;
import io.receivables.events.account.LegalActionTaken;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.query.ledger.Row.EscalationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to collect beyond reminders, as the books keep it. */
final class CollectionRows {

    private CollectionRows() {}

    static List<Row> of(CollectionEvent event) {
        return switch (event) {
            case FinalNoticeServed it -> items(it, EscalationKind.FINAL_NOTICE, it.finalNoticeId().value(), it.items(),
                    1);
            case AgencyPlacementMade it -> items(it, EscalationKind.AGENCY, it.placementId().value(), it.items(), 1);
            case AgencyPlacementRecalled it -> items(it, EscalationKind.AGENCY, it.placementId().value(), it.items(),
                    -1);
            // The payment is in the books by its own facts.
            case AgencyPaymentReported reported -> List.of();
            case LegalActionTaken it -> it.invoices()
                    .stream()
                    .map(invoice -> row(it, EscalationKind.LEGAL_ACTION, it.legalActionId().value(), invoice.value(),
                            null, 1))
                    .toList();
            case LegalActionClosed it -> List.of(
                    row(it, EscalationKind.LEGAL_ACTION, it.legalActionId().value(), null, null, -1));
            case InsolvencyOpened it -> List.of(
                    row(it, EscalationKind.INSOLVENCY, it.insolvencyId().value(), null, null, 1));
            case InsolvencyClaimDeclared declared -> List.of();
            case InsolvencyLifted it -> List.of(
                    row(it, EscalationKind.INSOLVENCY, it.insolvencyId().value(), null, null, -1));
        };
    }

    private static List<Row> items(CollectionEvent event, EscalationKind kind, String id, List<ClaimItem> items,
            int step) {
        return items.stream()
                .map(item -> row(event, kind, id, item.invoiceId().value(), item.instalment(), step))
                .toList();
    }

    private static Row row(CollectionEvent event, EscalationKind kind, String id, @Nullable String invoice,
            @Nullable Integer instalment, int step) {
        return new Row.Escalation(event.accountId().value(), event.legalEntity().value(), kind, id, invoice,
                instalment, step);
    }
}
