package io.receivables.events.policy;

/** How likely a customer is to pay late or not at all, told from how it has paid. From the best to the worst. */
public enum RiskClass {
    LOW,
    MEDIUM,
    HIGH,
    /** Too few invoices have been settled to say, and nothing that is open says it either. */
    NOT_ENOUGH_HISTORY
}
