package io.receivables.events.refund;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The refund may be paid.
 *
 * @param approvedBy the second person; null when the amount is within the limit
 */
@Revision("1")
public record RefundApproved(RefundId refundId, CreditSource source, AccountId accountId, LegalEntityId legalEntity,
        Money amount, @Nullable String approvedBy, LocalDate effectiveDate) implements RefundEvent {}
