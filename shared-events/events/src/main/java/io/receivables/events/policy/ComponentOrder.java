package io.receivables.events.policy;

/** What of a debt is settled first: Code civil, art. 1343-1 has costs, then interest, then principal; a creditor may waive it. */
public enum ComponentOrder {
    PRINCIPAL_FIRST,
    CHARGES_FIRST
}
