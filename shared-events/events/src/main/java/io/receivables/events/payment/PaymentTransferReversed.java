package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** A transfer was taken back: the cash is unapplied on the first account again. Carries both sides, and alone counts. */
@Revision("1")
public record PaymentTransferReversed(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        PaymentId toPaymentId, AccountId toAccountId, Money amount, String reason,
        LocalDate effectiveDate) implements PaymentEvent {}
