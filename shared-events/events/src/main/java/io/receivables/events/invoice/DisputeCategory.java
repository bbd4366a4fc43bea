package io.receivables.events.invoice;

/** What a customer contests. */
public enum DisputeCategory {
    PRICE,
    QUANTITY,
    QUALITY,
    DELIVERY,
    DUPLICATE,
    ALREADY_PAID,
    OTHER
}
