package io.receivables.events.account;

/** How an action in court ended. */
public enum LegalActionOutcome {
    JUDGMENT_OBTAINED,
    SETTLED,
    DISMISSED,
    WITHDRAWN
}
