package io.receivables.command.allocation;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;

/**
 * Cash or credit that shall be taken back from an invoice.
 *
 * @param remainder the id of what is allocated anew when an allocation falls only in part
 */
public record Reopening(InvoiceId invoiceId, Money amount, AllocationId remainder) {

    AllocationTarget target() {
        return AllocationTarget.of(invoiceId);
    }
}
