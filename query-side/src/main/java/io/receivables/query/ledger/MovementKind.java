package io.receivables.query.ledger;

/** Why an amount moved. A reversal has the kind of what it reverses and the opposite sign, so that sums tell what stands. */
public enum MovementKind {
    /** The invoice or credit note itself, one of this book. */
    ISSUED,
    /**
     * An invoice, payment or credit note that was open already when the book moved here: part of the first balance, neither
     * a sale nor a receipt.
     */
    OPENING,
    /** Money came in. */
    RECEIVED,
    /** Money whose payer was unknown left the unidentified cash for an account. */
    IDENTIFIED,
    /** Cash on an instalment. */
    CASH,
    /** Credit on an instalment. */
    CREDIT,
    /** Early-payment discount on an instalment. */
    DISCOUNT,
    /** The other side of CASH or CREDIT: what the payment or credit note gave away. */
    ALLOCATED,
    /** A late charge, and its reversal. */
    CHARGED,
    WRITE_OFF,
    /** Cents that an allocation left: given up on the instalment, or kept of the payment. */
    SMALL_DIFFERENCE,
    CANCELLED,
    /** Moved between instalments of one invoice, because it falls due on other days. */
    RESCHEDULED,
    /**
     * Moved between classes of one invoice, which is a claim of another class from a date on: what was open of it before. The
     * sum of each fact's is zero.
     */
    RECLASSIFIED,
    /** Money given back to the customer. */
    REFUNDED,
    /** Cash that went to a written-off invoice. */
    RECOVERY,
    /** Money that did not stay. */
    RETURNED,
    /** Cash that left one account for another, on both. */
    TRANSFERRED,
    /** Sold to a factor, so that it is not owed to us any more, and back. */
    FACTORED,
    /** What the debtor has paid to the factor of what had stayed in our books. */
    PAID_TO_FACTOR,
    /** Cash that is the factor's. */
    HELD_FOR_FACTOR,
    /** Credit that was kept as income. */
    CREDIT_WRITE_OFF
}
