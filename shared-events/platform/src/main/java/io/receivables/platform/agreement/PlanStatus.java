package io.receivables.platform.agreement;

/** What has become of a payment plan at a date. */
public enum PlanStatus {
    PROPOSED,
    IN_FORCE,
    /** A rate was not paid in time. It protects no more until it is paid up. */
    BREACHED,
    /** The whole balance is due at once. */
    ACCELERATED,
    CANCELLED,
    COMPLETED;

    /** Whether it was accepted and has not ended: what it covers can be in no other one. */
    public boolean binds() {
        return this == IN_FORCE || this == BREACHED;
    }

    /** Whether nothing that is paid changes it any more. */
    public boolean isOver() {
        return this == ACCELERATED || this == CANCELLED;
    }
}
