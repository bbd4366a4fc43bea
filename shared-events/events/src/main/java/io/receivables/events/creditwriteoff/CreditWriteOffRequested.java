package io.receivables.events.creditwriteoff;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.RequiredApproval;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to keep a credit as income. The amount is set aside at once: it can no longer be allocated or refunded, but
 * stays in the balance until it is approved.
 *
 * @param limit what could be written off without approval
 * @param policyVersion the version that set the limit; null where no policy was valid, and the limit is zero
 * @param required who must agree; null means one controller
 * @param lapsesOn the first day on which the customer can no longer claim it; null where the policy names no period
 */
@Revision("1")
public record CreditWriteOffRequested(CreditWriteOffId creditWriteOffId, CreditSource source, AccountId accountId,
        LegalEntityId legalEntity, Money amount, String reason, String requestedBy, Money limit,
        @Nullable Integer policyVersion, @Nullable RequiredApproval required, @Nullable LocalDate lapsesOn,
        LocalDate effectiveDate) implements CreditWriteOffEvent {}
