package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Money came for what had been written off; the invoice is not opened again.
 *
 * @param paymentId the payment whose cash was used; null when this fact records the cash itself
 * @param taxDue the part of it that is tax which a write-off had taken back, and which is due again; null when none is
 */
@Revision("1")
public record WrittenOffAmountRecovered(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        RecoveryId recoveryId, Money amount, @Nullable PaymentId paymentId, @Nullable String reference,
        LocalDate effectiveDate, @Nullable List<TaxShare> taxDue) implements InvoiceEvent {

    /** Of an amount whose tax was not taken back. */
    public WrittenOffAmountRecovered(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
            RecoveryId recoveryId, Money amount, @Nullable PaymentId paymentId, @Nullable String reference,
            LocalDate effectiveDate) {
        this(invoiceId, accountId, legalEntity, recoveryId, amount, paymentId, reference, effectiveDate, null);
    }
}
