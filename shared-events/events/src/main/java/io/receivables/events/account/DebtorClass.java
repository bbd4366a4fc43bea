package io.receivables.events.account;

/** By which law lateness is charged: a business, a public buyer, a consumer. */
public enum DebtorClass {
    BUSINESS,
    PUBLIC,
    CONSUMER
}
