package io.receivables.events.payment;

/** How the money came. */
public enum PaymentMethod {
    BANK_TRANSFER,
    DIRECT_DEBIT,
    CARD,
    CHEQUE,
    CASH,
    OTHER
}
