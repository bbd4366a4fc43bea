package io.receivables.platform.resource;

/** Derived from the amounts, never stored: whether an invoice is overdue or disputed stands beside it. */
public enum InvoiceStatus {
    OPEN,
    PARTIALLY_PAID,
    PAID,
    CREDITED,
    WRITTEN_OFF,
    CANCELLED
}
