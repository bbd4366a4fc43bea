package io.receivables.events.account;

/** What becomes of a due date that is a Saturday, a Sunday or a holiday: it stays, or moves on to the next business day. */
public enum Roll {
    NONE,
    FOLLOWING
}
