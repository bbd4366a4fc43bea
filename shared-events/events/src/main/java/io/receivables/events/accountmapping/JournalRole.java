package io.receivables.events.accountmapping;

/** Which facts a journal takes. */
public enum JournalRole {
    /** Invoices, credit notes and their cancellation. */
    SALES,
    /** Money that came or went, with the discount that it earned. */
    BANK,
    /** Everything else. */
    GENERAL,
    /** What was open already when the book moved here. */
    OPENING
}
