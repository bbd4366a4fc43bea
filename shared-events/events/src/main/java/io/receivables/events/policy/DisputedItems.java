package io.receivables.events.policy;

/** Whether what a customer disputes bears late charges. */
public enum DisputedItems {
    /** As everything else that is open past due. */
    CHARGE,
    /**
     * Not while it is disputed. What the customer has lost or given up is owed with the charges of all that time; what was
     * granted was never owed.
     */
    EXCLUDE
}
