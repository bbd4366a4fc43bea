package io.receivables.command.invoice.recover;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Records money for what had been written off.
 *
 * @param paymentId the payment whose unallocated cash is used; null when this records the cash itself
 */
record RecoverWrittenOffAmount(InvoiceId invoiceId, RecoveryId recoveryId, Money amount, @Nullable PaymentId paymentId,
        @Nullable String reference, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.INVOICE.streamId(invoiceId);
    }
}
