package io.receivables.query.ledger;

/** How far a write-off or refund has come. */
public enum ApprovalStatus {
    PENDING,
    APPROVED,
    REJECTED,
    PAID,
    REVERSED
}
