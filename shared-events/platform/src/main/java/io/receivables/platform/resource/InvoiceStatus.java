package io.receivables.platform.resource;

/** Derived from the amounts, never stored: whether an invoice is overdue or disputed stands beside it. */
public enum InvoiceStatus {
    OPEN,
    PARTIALLY_PAID,
    PAID,
    CREDITED,
    WRITTEN_OFF,
    /** Nothing of it is owed to us any more: it was sold to a factor. */
    FACTORED,
    CANCELLED
}
