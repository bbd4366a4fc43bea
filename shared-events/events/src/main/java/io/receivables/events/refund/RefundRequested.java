package io.receivables.events.refund;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An amount is set aside to be given back: it can no longer be allocated, but stays in the balance until it is paid out.
 *
 * @param limit what could be refunded without approval
 * @param policyVersion the version that set the limit; null where no policy was valid, and the limit is zero
 */
@Revision("1")
public record RefundRequested(RefundId refundId, CreditSource source, AccountId accountId, LegalEntityId legalEntity,
        Money amount, String reason, String requestedBy, Money limit, @Nullable Integer policyVersion,
        LocalDate effectiveDate) implements RefundEvent {}
