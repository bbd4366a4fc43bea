package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A recovery was taken back. */
@Revision("1")
public record RecoveryReversed(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        RecoveryId recoveryId, Money amount, @Nullable PaymentId paymentId, String reason,
        LocalDate effectiveDate) implements InvoiceEvent {}
