package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The cash that a recovery had used is unapplied again. Counts in the books. */
@Revision("1")
public record PaymentUseForRecoveryReversed(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        RecoveryId recoveryId, InvoiceId invoiceId, Money amount, String reason,
        LocalDate effectiveDate) implements PaymentEvent {}
