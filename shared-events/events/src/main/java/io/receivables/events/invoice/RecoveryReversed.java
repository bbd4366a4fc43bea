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
 * A recovery was taken back.
 *
 * @param taxDue the tax that had become due by it, and is not any more; null when none had
 */
@Revision("1")
public record RecoveryReversed(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        RecoveryId recoveryId, Money amount, @Nullable PaymentId paymentId, String reason, LocalDate effectiveDate,
        @Nullable List<TaxShare> taxDue) implements InvoiceEvent {

    /** Of an amount whose tax was not taken back. */
    public RecoveryReversed(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity, RecoveryId recoveryId,
            Money amount, @Nullable PaymentId paymentId, String reason, LocalDate effectiveDate) {
        this(invoiceId, accountId, legalEntity, recoveryId, amount, paymentId, reason, effectiveDate, null);
    }
}
