package io.receivables.query.ledger;

/** What customers contest, promise and agree. */
public enum AgreementKind {
    DISPUTE,
    PROMISE,
    PAYMENT_PLAN
}
