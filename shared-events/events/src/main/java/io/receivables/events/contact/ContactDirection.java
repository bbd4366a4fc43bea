package io.receivables.events.contact;

/** Who sought it. */
public enum ContactDirection {
    OUTGOING,
    INCOMING
}
