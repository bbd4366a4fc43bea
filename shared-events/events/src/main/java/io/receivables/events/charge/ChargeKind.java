package io.receivables.events.charge;

/** What a late charge is for. */
public enum ChargeKind {
    /** Late-payment interest, statutory or contractual. */
    INTEREST,
    /** The lump sum for the cost of recovery, once for an invoice (Directive 2011/7/EU art. 6; C. com. D441-5: 40 EUR). */
    FIXED_INDEMNITY,
    /** A contractual fee for lateness. */
    FEE
}
