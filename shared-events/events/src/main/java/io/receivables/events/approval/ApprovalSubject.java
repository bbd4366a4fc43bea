package io.receivables.events.approval;

/** What somebody else than the one who asked has to approve. */
public enum ApprovalSubject {
    WRITE_OFF,
    REFUND,
    CREDIT_WRITE_OFF,
    CREDIT_LIMIT,
    CREDIT_OVERRIDE,
    /** Of a group of accounts: it is in the books of none of them. */
    CREDIT_GROUP_LIMIT
}
