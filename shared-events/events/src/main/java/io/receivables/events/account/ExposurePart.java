package io.receivables.events.account;

/** What may count against a credit limit beside open receivables, less what is unapplied. */
public enum ExposurePart {
    /** Debits and cheques that may still come back. */
    NOT_FINAL,
    /** Goods and services that were delivered and not invoiced yet. */
    DELIVERED_NOT_INVOICED,
    /** Orders that were taken and not delivered yet. */
    OPEN_ORDERS,
    /** Invoices that are being prepared. */
    DRAFTS,
    /** What an insurer, a guarantor or a deposit would pay; it lowers the exposure. */
    SECURED
}
