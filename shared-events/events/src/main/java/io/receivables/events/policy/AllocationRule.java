package io.receivables.events.policy;

/** A way in which money without instruction finds what it settles. */
public enum AllocationRule {
    /** What the payer names: the number of an invoice, a reference that was printed on it. */
    INSTRUCTION,
    /** One item, or one invoice, of just this amount. */
    EXACT_MATCH,
    /** The only set of items that adds up to this amount. */
    UNIQUE_SUBSET,
    /** Code civil, art. 1342-10: due first, then the most onerous, then the oldest, then in proportion. */
    LEGAL_ORDER,
    OLDEST_FIRST,
    PROPORTIONAL,
    /** All that is open, if the amount covers it. */
    CLEAR_ACCOUNT
}
