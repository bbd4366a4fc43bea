package io.receivables.events.contact;

/** The ways of a contact. */
public enum ContactKind {
    CALL,
    EMAIL,
    LETTER,
    VISIT,
    MEETING,
    OTHER
}
