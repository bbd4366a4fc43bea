package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that came for a written-off amount.
 *
 * @param taxDue the part of it that is tax which a write-off had taken back; null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecoveryResource(RecoveryId recoveryId, InvoiceId invoiceId, AccountId accountId, Money amount,
        @Nullable PaymentId paymentId, @Nullable String reference, LocalDate effectiveDate,
        @Nullable LocalDate reversedDate, @Nullable List<TaxShare> taxDue, long version,
        @Nullable Long position) implements Versioned {

    @Override
    public RecoveryResource at(long position) {
        return new RecoveryResource(recoveryId, invoiceId, accountId, amount, paymentId, reference, effectiveDate,
                reversedDate, taxDue, version, position);
    }
}
