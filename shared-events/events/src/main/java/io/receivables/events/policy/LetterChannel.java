package io.receivables.events.policy;

/** How a letter reaches the customer. */
public enum LetterChannel {
    /** A mail to the address of the party record. */
    EMAIL,
    /** A file to be printed and posted. */
    LETTER
}
