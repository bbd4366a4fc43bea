package io.receivables.events.policy;

/** What follows when a rate of a payment plan is not paid. */
public enum BreachEffect {
    /** The plan protects no more until it is paid up: reminders go by the dates of the contract. */
    REMINDER,
    /** After a formal notice and its days the whole balance is due at once. */
    ACCELERATION
}
