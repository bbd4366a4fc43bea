package io.receivables.platform.agreement;

/** What has become of a promise at a date. */
public enum PromiseStatus {
    OPEN,
    KEPT,
    PARTLY_KEPT,
    BROKEN,
    WITHDRAWN
}
