package io.receivables.events.charge;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** An allocation to the charge was taken back. The twin of the reversal in the stream of the payment or credit note. */
@Revision("1")
public record LateChargeSettlementReversed(ChargeId chargeId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, CreditSource source, Money amount, String reason,
        LocalDate effectiveDate) implements LateChargeEvent {}
