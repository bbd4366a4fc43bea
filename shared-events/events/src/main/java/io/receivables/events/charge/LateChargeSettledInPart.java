package io.receivables.events.charge;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * Money was allocated to the charge. The twin of {@code PaymentAllocated} or {@code CreditNoteAllocated}, which alone
 * counts in the books; this one tells the charge.
 */
@Revision("1")
public record LateChargeSettledInPart(ChargeId chargeId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, CreditSource source, Money amount,
        LocalDate effectiveDate) implements LateChargeEvent {}
