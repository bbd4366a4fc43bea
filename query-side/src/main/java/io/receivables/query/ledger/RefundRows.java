package io.receivables.query.ledger;

import io.receivables.events.money.Money;
import io.receivables.events.refund.RefundApprovalGiven;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundEvent;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundRejected;
import io.receivables.events.refund.RefundRequested;
import io.receivables.events.refund.RefundReturned;
import java.util.List;

/** What the facts of a refund add to the books: until the money leaves, nothing but a memo. */
final class RefundRows {

    private RefundRows() {}

    static List<Row> of(RefundEvent event) {
        return switch (event) {
            case RefundRequested requested ->
                List.of(pending(requested, requested.amount()), step(requested, ApprovalStatus.PENDING));
            case RefundApprovalGiven given -> List.of();
            case RefundApproved approved -> List.of(step(approved, ApprovalStatus.APPROVED));
            case RefundRejected rejected -> List.of(pending(rejected, rejected.amount().negated()),
                    step(rejected, ApprovalStatus.REJECTED));
            case RefundPaidOut paid -> List.of(refunded(paid, paid.amount()),
                    pending(paid, paid.amount().negated()), step(paid, ApprovalStatus.PAID));
            case RefundReturned returned -> List.of(refunded(returned, returned.amount().negated()),
                    step(returned, ApprovalStatus.REVERSED));
        };
    }

    private static Row refunded(RefundEvent event, Money amount) {
        return new Row.Movement(event.accountId().value(), event.legalEntity().value(),
                DocumentType.of(event.source()), event.source().id(), 0, MovementKind.REFUNDED,
                event.refundId().value(), amount);
    }

    private static Row pending(RefundEvent event, Money amount) {
        return new Row.Memo(event.accountId().value(), event.legalEntity().value(), DocumentType.of(event.source()),
                event.source().id(), Row.MemoKind.REFUND_PENDING, event.refundId().value(), amount);
    }

    private static Row step(RefundEvent event, ApprovalStatus status) {
        return new Row.ApprovalStep(ApprovalKind.REFUND, event.refundId().value(), status,
                DocumentType.of(event.source()), event.source().id(), event.accountId().value(),
                event.legalEntity().value());
    }
}
