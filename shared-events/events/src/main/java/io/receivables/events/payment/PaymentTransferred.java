package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Unallocated cash went to another account of the same legal entity and currency, where it is a payment of its own. Carries
 * both sides, and alone counts in the books.
 *
 * @param toPaymentId the payment that received it; also the id of the transfer
 * @param receivedDate when the money came in, which stays the date of the receiving payment
 * @param reference that of the money, if it had one
 */
@Revision("1")
public record PaymentTransferred(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        PaymentId toPaymentId, AccountId toAccountId, Money amount, LocalDate receivedDate, @Nullable String reference,
        String reason, LocalDate effectiveDate) implements PaymentEvent {}
