package io.receivables.query.audit.exceptions;

/** What makes a fact worth a look. It says that somebody should look, not that somebody did wrong. */
public enum ExceptionKind {
    /** Somebody tried to approve what they had asked for themselves. */
    OWN_APPROVAL_REFUSED,
    /** Somebody tried to approve a second time, or what takes another role. */
    APPROVAL_REFUSED,
    /** A permission to exceed a credit limit. */
    CREDIT_OVERRIDE_GIVEN,
    /** An invoice that was issued by such a permission. */
    CREDIT_LIMIT_OVERRIDDEN,
    /** Recorded more than so many days after its business date. */
    BACKDATED,
    /** Its business date is in a month that was closed by then; it is booked later. */
    IN_CLOSED_PERIOD,
    PERIOD_REOPENED,
    /** Of a claim or of a credit. */
    WRITE_OFF_REVERSED,
    /**
     * Write-offs, refunds or credits kept, each within what one person may decide alone, that together are above it: by one
     * person, on one account, within some days. On the one that went above.
     */
    SPLIT_UNDER_LIMIT,
    /** A stop to reminders that ended before its day. */
    HOLD_RELEASED_EARLY,
    /** By a person; what a run calculates anew is not meant. */
    LATE_CHARGE_REVERSED,
    /** A version of the credit policy, the account mapping or a reference rate. */
    POLICY_CHANGED,
    ACCOUNT_REOPENED
}
