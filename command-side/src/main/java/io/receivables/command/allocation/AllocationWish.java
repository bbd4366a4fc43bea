package io.receivables.command.allocation;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An allocation that is asked for; null fields are filled as the API says. */
public record AllocationWish(AllocationId allocationId, InvoiceId invoiceId, Money amount, @Nullable Integer instalment,
        @Nullable Money discount, @Nullable LocalDate effectiveDate) {}
