package io.receivables.query.ledger;

/** What is approved. */
public enum ApprovalKind {
    WRITE_OFF,
    REFUND,
    CREDIT_WRITE_OFF,
    CREDIT_LIMIT,
    CREDIT_OVERRIDE,
    CREDIT_GROUP_LIMIT
}
