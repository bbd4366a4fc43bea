package io.receivables.events.invoice;

/** What starts the limitation of a claim anew. */
public enum LimitationInterruptionKind {
    /** The debtor has acknowledged the debt. */
    ACKNOWLEDGEMENT,
    /** A claim was brought to court. */
    WRIT,
    /** A court has judged; a title has its own, longer limitation. */
    JUDGMENT,
    /** An act of enforcement. */
    ENFORCEMENT,
    /** The claim was declared in an insolvency procedure. */
    CLAIM_DECLARED,
    /** Proceedings during which it did not run have ended. */
    PROCEEDINGS_ENDED
}
