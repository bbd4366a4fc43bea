package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffApprovalGiven;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffRejected;
import io.receivables.events.creditwriteoff.CreditWriteOffRequested;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.money.Money;

/** How much of a payment or credit note is set aside to be written off, and how much is. */
public record CreditWriteOffAmounts(Money pending, Money writtenOff) {

    public static CreditWriteOffAmounts none(Money like) {
        var zero = Money.zero(like.currency());
        return new CreditWriteOffAmounts(zero, zero);
    }

    /** Other facts change nothing. */
    public CreditWriteOffAmounts after(ReceivablesEvent event) {
        return event instanceof CreditWriteOffEvent writeOff ? after(writeOff) : this;
    }

    private CreditWriteOffAmounts after(CreditWriteOffEvent event) {
        return switch (event) {
            case CreditWriteOffRequested asked -> new CreditWriteOffAmounts(pending.plus(asked.amount()), writtenOff);
            case CreditWriteOffApprovalGiven given -> this;
            case CreditWrittenOff done -> new CreditWriteOffAmounts(
                    done.approvedBy() == null ? pending : pending.minus(done.amount()),
                    writtenOff.plus(done.amount()));
            case CreditWriteOffRejected no -> new CreditWriteOffAmounts(pending.minus(no.amount()), writtenOff);
            case CreditWriteOffReversed back -> new CreditWriteOffAmounts(pending, writtenOff.minus(back.amount()));
        };
    }
}
