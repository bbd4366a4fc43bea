package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Unapplied cash of the payment went to an invoice that had been written off. Counts in the books. */
@Revision("1")
public record PaymentUsedForRecovery(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        RecoveryId recoveryId, InvoiceId invoiceId, Money amount, LocalDate effectiveDate) implements PaymentEvent {}
