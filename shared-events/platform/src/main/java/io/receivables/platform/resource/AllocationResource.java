package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allocation of a payment or credit note to an invoice. Reversed ones stay listed.
 *
 * @param instalment the instalment, when it settles just one
 * @param amount cash or credit used
 * @param discount early-payment discount granted on top
 * @param parts what each instalment got, when it settles several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllocationResource(AllocationId allocationId, InvoiceId invoiceId, @Nullable Integer instalment,
        Money amount, Money discount, LocalDate effectiveDate, @Nullable LocalDate reversedDate,
        @Nullable List<Part> parts) {

    /** What one instalment got, without discount. */
    public record Part(int instalment, Money amount) {}

    public static AllocationResource of(AllocationId id, InvoiceId invoiceId, List<SettledPart> parts,
            LocalDate effectiveDate, @Nullable LocalDate reversedDate) {
        boolean single = parts.size() == 1;
        return new AllocationResource(id, invoiceId, single ? parts.getFirst().instalment() : null,
                SettledPart.amountOf(parts), SettledPart.discountOf(parts), effectiveDate, reversedDate,
                single ? null : parts.stream().map(part -> new Part(part.instalment(), part.amount())).toList());
    }
}
