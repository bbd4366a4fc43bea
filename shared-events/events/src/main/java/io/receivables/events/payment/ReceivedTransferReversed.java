package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The cash that a transfer had brought went back. The twin of {@code PaymentTransferReversed}, which alone counts in the
 * books; this one tells the receiving payment. Its allocations are reversed by facts of their own before this one.
 */
@Revision("1")
public record ReceivedTransferReversed(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        PaymentId fromPaymentId, Money amount, String reason, LocalDate effectiveDate) implements PaymentEvent {}
