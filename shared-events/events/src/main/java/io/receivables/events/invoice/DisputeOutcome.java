package io.receivables.events.invoice;

/** How a dispute ended. */
public enum DisputeOutcome {
    /** The customer was wrong and owes it. */
    REJECTED,
    /** The customer was right; a credit note, a fact of its own, takes the amount off. */
    CREDITED,
    /** The customer does not contest it any more. */
    WITHDRAWN
}
