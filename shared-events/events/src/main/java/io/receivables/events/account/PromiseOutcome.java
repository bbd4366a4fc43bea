package io.receivables.events.account;

/** What has become of a promise to pay. */
public enum PromiseOutcome {
    /** Its day and the days of grace have not passed, and the money has not come. */
    OPEN,
    /** The money came in time. */
    KEPT,
    /** The day passed, and less came in time. */
    PARTLY_KEPT,
    /** The day passed, and nothing came in time. */
    BROKEN
}
