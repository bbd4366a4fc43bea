package io.receivables.events.allocation;

import io.receivables.events.charge.ChargeId;
import io.receivables.events.invoice.InvoiceId;
import org.jspecify.annotations.Nullable;

/** What money is allocated to: an invoice or a late charge. Facts and requests name the one that it is. */
public sealed interface AllocationTarget {

    /** The principal of an invoice. */
    record Invoice(InvoiceId id) implements AllocationTarget {}

    /** A late charge. */
    record Charge(ChargeId id) implements AllocationTarget {}

    /** @throws IllegalArgumentException unless exactly one is named */
    static AllocationTarget of(@Nullable InvoiceId invoiceId, @Nullable ChargeId chargeId) {
        if (invoiceId != null && chargeId == null) {
            return new Invoice(invoiceId);
        }
        if (invoiceId == null && chargeId != null) {
            return new Charge(chargeId);
        }
        throw new IllegalArgumentException("either an invoice or a late charge, not " + invoiceId + " and " + chargeId);
    }

    static AllocationTarget of(InvoiceId invoiceId) {
        return new Invoice(invoiceId);
    }

    static AllocationTarget of(ChargeId chargeId) {
        return new Charge(chargeId);
    }

    default @Nullable InvoiceId invoiceId() {
        return this instanceof Invoice(var id) ? id : null;
    }

    default @Nullable ChargeId chargeId() {
        return this instanceof Charge(var id) ? id : null;
    }
}
