package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The allocation that had left a small difference was taken back: the cents are unapplied again. */
@Revision("1")
public record SmallDifferenceGivenBack(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, Money amount, String reason, LocalDate effectiveDate) implements PaymentEvent {}
