package io.receivables.query.ledger;

import io.receivables.events.creditwriteoff.CreditWriteOffApprovalGiven;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffRejected;
import io.receivables.events.creditwriteoff.CreditWriteOffRequested;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.money.Money;
import java.util.List;

/** What the facts of a credit's write-off add to the books: until it is approved, nothing but a memo. */
final class CreditWriteOffRows {

    private CreditWriteOffRows() {}

    static List<Row> of(CreditWriteOffEvent event) {
        return switch (event) {
            case CreditWriteOffRequested requested ->
                List.of(pending(requested, requested.amount()), step(requested, ApprovalStatus.PENDING));
            case CreditWriteOffApprovalGiven given -> List.of();
            case CreditWrittenOff done -> done.approvedBy() == null
                    ? List.of(writtenOff(done, done.amount()), step(done, ApprovalStatus.APPROVED))
                    : List.of(writtenOff(done, done.amount()), pending(done, done.amount().negated()),
                            step(done, ApprovalStatus.APPROVED));
            case CreditWriteOffRejected rejected -> List.of(pending(rejected, rejected.amount().negated()),
                    step(rejected, ApprovalStatus.REJECTED));
            case CreditWriteOffReversed reversed -> List.of(writtenOff(reversed, reversed.amount().negated()),
                    step(reversed, ApprovalStatus.REVERSED));
        };
    }

    private static Row writtenOff(CreditWriteOffEvent event, Money amount) {
        return new Row.Movement(event.accountId().value(), event.legalEntity().value(),
                DocumentType.of(event.source()), event.source().id(), 0, MovementKind.CREDIT_WRITE_OFF,
                event.creditWriteOffId().value(), amount);
    }

    private static Row pending(CreditWriteOffEvent event, Money amount) {
        return new Row.Memo(event.accountId().value(), event.legalEntity().value(), DocumentType.of(event.source()),
                event.source().id(), Row.MemoKind.CREDIT_WRITE_OFF_PENDING, event.creditWriteOffId().value(), amount);
    }

    private static Row step(CreditWriteOffEvent event, ApprovalStatus status) {
        return new Row.ApprovalStep(ApprovalKind.CREDIT_WRITE_OFF, event.creditWriteOffId().value(), status,
                DocumentType.of(event.source()), event.source().id(), event.accountId().value(),
                event.legalEntity().value());
    }
}
