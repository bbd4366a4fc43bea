package io.receivables.events.refund;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.RequiredApproval;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An amount is set aside to be given back: it can no longer be allocated, but stays in the balance until it is paid out.
 *
 * @param limit what could be refunded without approval
 * @param policyVersion the version that set the limit; null where no policy was valid, and the limit is zero
 * @param required who must agree; null means one controller
 */
@Revision("1")
public record RefundRequested(RefundId refundId, CreditSource source, AccountId accountId, LegalEntityId legalEntity,
        Money amount, String reason, String requestedBy, Money limit, @Nullable Integer policyVersion,
        LocalDate effectiveDate, @Nullable RequiredApproval required) implements RefundEvent {

    /** For one controller to approve. */
    public RefundRequested(RefundId refundId, CreditSource source, AccountId accountId, LegalEntityId legalEntity,
            Money amount, String reason, String requestedBy, Money limit, @Nullable Integer policyVersion,
            LocalDate effectiveDate) {
        this(refundId, source, accountId, legalEntity, amount, reason, requestedBy, limit, policyVersion, effectiveDate,
                null);
    }
}
