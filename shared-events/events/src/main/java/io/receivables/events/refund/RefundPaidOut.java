package io.receivables.events.refund;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The money left. Counts in the books: unapplied cash or credit falls by the amount. */
@Revision("1")
public record RefundPaidOut(RefundId refundId, CreditSource source, AccountId accountId, LegalEntityId legalEntity,
        Money amount, LocalDate paidDate, @Nullable String reference) implements RefundEvent {

    @Override
    public LocalDate effectiveDate() {
        return paidDate;
    }
}
