package io.receivables.events.refund;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The bank returned a refund that had been paid out: the amount is unapplied and free again. */
@Revision("1")
public record RefundReturned(RefundId refundId, CreditSource source, AccountId accountId, LegalEntityId legalEntity,
        Money amount, @Nullable String reason, LocalDate effectiveDate) implements RefundEvent {}
