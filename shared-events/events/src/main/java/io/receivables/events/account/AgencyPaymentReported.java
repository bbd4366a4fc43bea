package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The agency's statement names a payment that it has collected. The money is a payment like any other.
 *
 * @param amount of the payment
 * @param fee that the agency charges for it; the expense is booked with its invoice, not here
 */
@Revision("1")
public record AgencyPaymentReported(AccountId accountId, LegalEntityId legalEntity, AgencyPlacementId placementId,
        PaymentId paymentId, Money amount, Money fee, LocalDate effectiveDate) implements CollectionEvent {}
