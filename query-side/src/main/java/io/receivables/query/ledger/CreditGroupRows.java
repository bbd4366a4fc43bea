package io.receivables.query.ledger;

import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupEvent;
import io.receivables.events.creditgroup.CreditGroupLimitRejected;
import io.receivables.events.creditgroup.CreditGroupLimitRequested;
import io.receivables.events.creditgroup.CreditGroupLimitSet;
import java.util.List;

/** What the facts of a credit group add to the books: that a limit waits for a second person. A limit is told from its history. */
final class CreditGroupRows {

    private CreditGroupRows() {}

    static List<Row> of(CreditGroupEvent event) {
        return switch (event) {
            case CreditGroupLimitRequested it -> step(it, it.creditLimitId(), ApprovalStatus.PENDING);
            case CreditGroupLimitRejected it -> step(it, it.creditLimitId(), ApprovalStatus.REJECTED);
            // One that one person could set has waited for nobody.
            case CreditGroupLimitSet it -> it.creditLimitId() == null
                    ? List.of()
                    : step(it, it.creditLimitId(), ApprovalStatus.APPROVED);
        };
    }

    private static List<Row> step(CreditGroupEvent event, CreditLimitId id, ApprovalStatus status) {
        return List.of(new Row.ApprovalStep(ApprovalKind.CREDIT_GROUP_LIMIT, id.value(), status, null, null, null,
                event.legalEntity().value(), event.creditGroupId().value()));
    }
}
