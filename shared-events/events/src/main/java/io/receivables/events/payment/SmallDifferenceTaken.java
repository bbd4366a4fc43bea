package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The cents that an allocation left of a payment were kept as income: what the customer paid too much.
 *
 * @param allocationId the allocation that left them; they are unapplied again when it is taken back
 * @param tolerance what may be kept in this way
 * @param policyVersion the version that sets the tolerance
 */
@Revision("1")
public record SmallDifferenceTaken(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, Money amount, Money tolerance, @Nullable Integer policyVersion,
        LocalDate effectiveDate) implements PaymentEvent {}
