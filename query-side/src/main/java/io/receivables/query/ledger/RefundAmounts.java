package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.money.Money;
import io.receivables.events.refund.RefundApprovalGiven;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundEvent;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundRejected;
import io.receivables.events.refund.RefundRequested;
import io.receivables.events.refund.RefundReturned;

/** How much of a payment or credit note is set aside for refunds, and how much was paid back. */
public record RefundAmounts(Money pending, Money refunded) {

    public static RefundAmounts none(Money like) {
        var zero = Money.zero(like.currency());
        return new RefundAmounts(zero, zero);
    }

    /** Other facts change nothing. */
    public RefundAmounts after(ReceivablesEvent event) {
        return event instanceof RefundEvent refund ? after(refund) : this;
    }

    private RefundAmounts after(RefundEvent event) {
        return switch (event) {
            case RefundRequested requested -> new RefundAmounts(pending.plus(requested.amount()), refunded);
            case RefundApprovalGiven given -> this;
            case RefundApproved approved -> this;
            case RefundRejected rejected -> new RefundAmounts(pending.minus(rejected.amount()), refunded);
            case RefundPaidOut paid -> new RefundAmounts(pending.minus(paid.amount()), refunded.plus(paid.amount()));
            case RefundReturned returned -> new RefundAmounts(pending, refunded.minus(returned.amount()));
        };
    }
}
