package io.receivables.standalone.bookimport;

/** What the rows of a file are to this book. */
public enum BookKind {
    /** Documents that are recorded now, with their full amounts: an invoice is a sale. */
    INVOICES,
    /** What another ledger had open at the cut-over: residues with their old dates, and no sale. */
    OPEN_ITEMS
}
